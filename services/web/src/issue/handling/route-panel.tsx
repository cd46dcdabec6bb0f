import type { Agency, IssueCard, IssueView, Route } from '@kentongan/contracts';
import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factName } from '../../archive/fact-name.js';
import { useFormat } from '../../format/use-format.js';
import { useCodeWords } from '../../i18n/codes.js';
import { agencyChoices } from '../moves/agency-choices.js';
import { reasonCharactersMax, reasonCharactersMin } from '../moves/move-form.js';
import type { IssueMoves } from '../moves/use-issue-moves.js';
import { useSeenVersion } from '../moves/use-seen-version.js';
import { Panel } from '../panel.js';
import { useAgencyHint } from './agency-hint.js';
import styles from './work.module.css';

const routes = [
  'debunk',
  'prebunk',
  'complaint',
  'criticism',
  'journalism',
  'watch',
  'ignore',
] as const satisfies readonly Route[];

/** What the program suggests and why; what a person decided. */
export function RoutePanel(properties: {
  view: IssueView;
  agencies: readonly Agency[];
  mayDecide: boolean;
  moves: IssueMoves;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const { agencies, mayDecide } = properties;
  const { card } = properties.view;
  const [isAsked, setAsked] = useState(false);
  const isChanging = isAsked || card.route === null;
  const agency = agencies.find(({ agencyId }) => agencyId === card.agencyId)?.name ?? card.agencyId;
  return (
    <Panel title={t('route.title')}>
      {card.route !== null && (
        <p>
          <strong>{words('route', card.route)}</strong>
          {agency && <> · {agency}</>} <span className="k-muted">{words('routeHint', card.route)}</span>
        </p>
      )}
      <Suggestion card={card} />
      {mayDecide && isChanging && <RouteForm {...properties} onDone={() => setAsked(false)} />}
      {mayDecide && !isChanging && (
        <Button variant="default" mih={44} w="fit-content" onClick={() => setAsked(true)}>
          {t('route.change')}
        </Button>
      )}
    </Panel>
  );
}

function Suggestion({ card: { suggestion, factTitle } }: { card: IssueCard }) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  const words = useCodeWords();
  const values = (value: string | number | undefined) => ({
    value: value ?? '',
    number: typeof value === 'number' ? format.number(value) : '',
    percent: typeof value === 'number' ? format.percent(value, 0) : '',
  });
  return (
    <div className={styles.suggestion}>
      <p>
        {t('route.suggested')} <strong>{words('route', suggestion.route ?? 'undecided')}</strong>
        {suggestion.route && (
          <span className="k-muted">
            {' '}
            · {t('route.confidence', { percent: format.percent(suggestion.confidence, 0) })}
          </span>
        )}
      </p>
      <ul>
        {suggestion.reasons.map(({ code, value }) => (
          <li key={code}>
            {words('routeReason', code, values(value))}
            {/Fact$/.test(code) && code !== 'noFact' && factTitle && (
              <bdi className="k-muted"> “{factName(factTitle)}”</bdi>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RouteForm({
  view,
  agencies,
  moves,
  onDone,
}: {
  view: IssueView;
  agencies: readonly Agency[];
  moves: IssueMoves;
  onDone: () => void;
}) {
  const { card } = view;
  const seen = useSeenVersion(view);
  const { t } = useTranslation('issue');
  const [route, setRoute] = useState<Route | null>(card.route ?? card.suggestion.route);
  const agencyHint = useAgencyHint(view, agencies);
  const [agencyId, setAgencyId] = useState(card.agencyId ?? '');
  const [reason, setReason] = useState('');
  const decide = async () => {
    if (!route) return;
    const why = reason.trim();
    const more = why.length >= reasonCharactersMin ? { reason: why } : {};
    const done = await moves.make({
      move: 'triage',
      version: seen.version,
      route,
      agencyId: agencyId || null,
      ...more,
    });
    if (done) onDone();
    else seen.look();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        decide().catch(() => {});
      }}
    >
      <RouteChoices route={route} suggested={card.suggestion.route} onChange={setRoute} />
      <div className={styles.pair}>
        <NativeSelect
          label={t('route.agency')}
          value={agencyId}
          onChange={(event) => setAgencyId(event.currentTarget.value)}
          description={agencyHint}
          data={agencyChoices(agencies, t('route.noAgency'))}
        />
        <Textarea
          label={t('moves.reasonOptional')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={reasonCharactersMax}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" mih={44} w="fit-content" loading={moves.isSending} disabled={route === null}>
        {t('route.decide')}
      </Button>
    </form>
  );
}

function RouteChoices({
  route,
  suggested,
  onChange,
}: {
  route: Route | null;
  suggested: Route | null;
  onChange: (route: Route | null) => void;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  return (
    <Radio.Group
      aria-label={t('route.title')}
      value={route ?? ''}
      onChange={(value) => onChange(routes.find((each) => each === value) ?? null)}
    >
      <div className={styles.routes}>
        {routes.map((each) => (
          <Radio.Card key={each} value={each} className={styles.route} radius="md">
            <Radio.Indicator />
            <span>
              <strong>{words('route', each)}</strong>
              {each === suggested && <span className={styles.tag}>{t('route.tag')}</span>}
              <span className={styles.routeHint}>{words('routeHint', each)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
