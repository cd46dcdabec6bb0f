import { Skeleton, Stepper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutsidePage } from '../account/outside-page.js';
import { answer, client } from '../api/client.js';
import { NoticesProvider } from '../frame/notices.js';
import { regionQuery } from '../issue/handling/region-query.js';
import { builtInRegionId, rememberRegion } from '../session/region.js';
import { sessionQuery } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { AccountStep } from './account-step.js';
import { PeopleStep } from './people-step.js';
import { RegionStep } from './region-step.js';
import { SourcesStep } from './sources-step.js';

/** First start: an administrator, then wilayah, sumber, petugas. A step that is done already is passed over. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const state = useQuery({ queryKey: ['setup'], queryFn: () => answer(client.GET('/api/setup')) });
  const session = useQuery({ ...sessionQuery, enabled: state.data?.isSetUp === true });
  if (state.isError) return <Failure error={state.error} onRetry={() => state.refetch()} />;
  if (state.isPending || (state.data.isSetUp && session.isPending)) return <Skeleton height="100dvh" />;
  if (!state.data.isSetUp && !session.data) {
    return (
      <OutsidePage title={t('welcome')}>
        <AccountStep onDone={() => state.refetch()} />
      </OutsidePage>
    );
  }
  if (!session.data) return <Navigate to="/masuk" search={{}} />;
  if (session.data.user.role !== 'admin') return <Navigate to="/" search={{}} />;
  return (
    <NoticesProvider>
      <OutsidePage title={t('title')} isWide>
        <Steps />
      </OutsidePage>
    </NoticesProvider>
  );
}

/** Begins at the region that was set up here before, if there is one; a region set by file is offered, not changed. */
function Steps() {
  const { t } = useTranslation('setup');
  const regions = useQuery({ queryKey: ['regions'], queryFn: () => answer(client.GET('/api/regions')) });
  const [begun, setBegun] = useState<{ regionId: string; step: number } | null>(null);
  if (regions.isError) return <Failure error={regions.error} onRetry={() => regions.refetch()} />;
  if (regions.isPending) return <Skeleton height={200} />;
  const own = regions.data.find(({ isConfiguredByFile }) => !isConfiguredByFile);
  const at = begun ?? (own ? { regionId: own.regionId, step: 1 } : null);
  const go = (regionId: string, step: number) => setBegun({ regionId, step });
  return (
    <>
      <Stepper active={at?.step ?? 0} size="sm" allowNextStepsSelect={false} iconSize={36}>
        <Stepper.Step label={t('steps.region')} />
        <Stepper.Step label={t('steps.sources')} />
        <Stepper.Step label={t('steps.people')} />
      </Stepper>
      {at ? (
        <RegionSteps regionId={at.regionId} step={at.step} onNext={(step) => go(at.regionId, step)} />
      ) : (
        <RegionStep
          given={regions.data.filter(({ regionId }) => regionId !== builtInRegionId)}
          onDone={(regionId) => go(regionId, 1)}
        />
      )}
    </>
  );
}

function RegionSteps({
  regionId,
  step,
  onNext,
}: {
  regionId: string;
  step: number;
  onNext: (step: number) => void;
}) {
  const navigate = useNavigate();
  const region = useQuery(regionQuery(regionId));
  if (region.isError) return <Failure error={region.error} onRetry={() => region.refetch()} />;
  if (region.isPending) return <Skeleton height={200} />;
  if (step === 1) return <SourcesStep region={region.data} onDone={() => onNext(2)} />;
  const finish = () => {
    rememberRegion(regionId);
    navigate({ to: '/', search: {} }).catch(() => {});
  };
  return <PeopleStep region={region.data} onDone={finish} />;
}
