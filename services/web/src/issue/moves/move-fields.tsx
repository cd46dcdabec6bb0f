import type { Agency, IssueView } from '@kentongan/contracts';
import { NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissReasons } from '../../desk/dismiss-menu.js';
import { issuesQuery } from '../../desk/issue-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useCodeWords } from '../../i18n/codes.js';
import { agencyChoices } from './agency-choices.js';
import {
  type MoveForm,
  reasonCharactersMax,
  type SnoozeSpan,
  snoozeSpans,
  snoozeUntil,
} from './move-form.js';
import type { MoveName } from './move-order.js';

interface Properties {
  readonly form: MoveForm;
  readonly onChange: (part: Partial<MoveForm>) => void;
}

export function ReasonField({
  form,
  onChange,
  move,
  isNeeded,
}: Properties & { move: MoveName; isNeeded: boolean }) {
  const { t } = useTranslation('issue');
  const isQuestion = move === 'requestEvidence';
  return (
    <Textarea
      label={isQuestion ? t('moves.question') : isNeeded ? t('moves.reason') : t('moves.reasonOptional')}
      required={isNeeded || isQuestion}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={reasonCharactersMax}
      value={form.reason}
      onChange={(event) => onChange({ reason: event.currentTarget.value })}
      data-autofocus
    />
  );
}

export function AgencyField({ form, onChange, agencies }: Properties & { agencies: readonly Agency[] }) {
  const { t } = useTranslation('issue');
  return (
    <NativeSelect
      label={t('moves.agency')}
      required
      value={form.agencyId}
      onChange={(event) => onChange({ agencyId: event.currentTarget.value })}
      data={agencyChoices(agencies, t('moves.chooseAgency'))}
    />
  );
}

export function SnoozeField({ form, onChange }: Properties) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const [span, setSpan] = useState<SnoozeSpan | ''>('');
  return (
    <NativeSelect
      label={t('moves.until')}
      description={form.until === '' ? undefined : format.dateTime(form.until)}
      required
      value={span}
      onChange={(event) => {
        const chosen = snoozeSpans.find((each) => each === event.currentTarget.value);
        setSpan(chosen ?? '');
        onChange({ until: chosen ? snoozeUntil(chosen, Date.now()) : '' });
      }}
      data={[
        { value: '', label: t('moves.choose') },
        ...snoozeSpans.map((value) => ({ value, label: t(`moves.span.${value}`) })),
      ]}
    />
  );
}

/** Issues that look alike come first, then the other open ones. */
export function MergeField({ form, onChange, view }: Properties & { view: IssueView }) {
  const { t } = useTranslation('issue');
  const open = useQuery(issuesQuery(view.card.regionId, 'open')).data?.issues ?? [];
  const alike = new Map(view.similar.map(({ issueId, title }) => [issueId, title]));
  for (const { issueId, title } of open) if (!alike.has(issueId)) alike.set(issueId, title);
  alike.delete(view.card.issueId);
  return (
    <NativeSelect
      label={t('moves.into')}
      required
      value={form.intoIssueId}
      onChange={(event) => onChange({ intoIssueId: event.currentTarget.value })}
      data={[
        { value: '', label: t('moves.choose') },
        ...[...alike].map(([value, label]) => ({ value, label })),
      ]}
    />
  );
}

export function DismissField({ form, onChange }: Properties) {
  const { t } = useTranslation('desk');
  const words = useCodeWords();
  return (
    <Radio.Group
      label={t('dismissWhy')}
      value={form.dismissReason ?? ''}
      onChange={(value) => onChange({ dismissReason: dismissReasons.find((each) => each === value) ?? null })}
    >
      <Stack gap={4} mt={6}>
        {dismissReasons.map((reason) => (
          <Radio
            key={reason}
            value={reason}
            label={words('dismissReason', reason)}
            styles={{ body: { minHeight: 36, alignItems: 'center' } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
