import type { Agency, Clarification, DraftProposal } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/failure.js';
import { useCodeWords } from '../../i18n/codes.js';
import { useLanguage } from '../../i18n/use-language.js';
import styles from './proposal.module.css';
import { ProposalField } from './proposal-field.js';
import { isTaken } from './proposal-fields.js';
import { UnusedSentences } from './unused-sentences.js';
import type { Draft } from './use-draft.js';
import { type Proposing, useProposal } from './use-proposal.js';

interface ProposalProps {
  readonly draft: Draft;
  readonly clarification: Clarification;
  readonly agencies: readonly Agency[];
}

/** Words to compare with what stands. The draft changes only where a person takes them over. */
export function ProposalPanel(properties: ProposalProps) {
  const { t } = useTranslation('issue');
  const language = useLanguage();
  const proposing = useProposal(properties.clarification.issueId, properties.draft);
  const { proposal, isAsking, error, ask, close } = proposing;
  const askButton = useRef<HTMLButtonElement>(null);
  // The button that closed it is gone: the keyboard goes on where the proposal was asked for.
  const closeAndStay = () => {
    flushSync(close);
    askButton.current?.focus();
  };
  return (
    <div className={styles.proposal}>
      {!proposal && (
        <div className={styles.asking}>
          <Button
            ref={askButton}
            variant="default"
            mih={44}
            leftSection={<IconSparkles size={18} aria-hidden="true" />}
            loading={isAsking}
            onClick={ask}
          >
            {t('proposal.ask')}
          </Button>
          {isAsking && (
            <Button variant="subtle" mih={44} onClick={closeAndStay}>
              {t('proposal.stop')}
            </Button>
          )}
          <p className="k-muted" role="status">
            {isAsking ? t('proposal.asking') : t('proposal.hint')}
          </p>
        </div>
      )}
      {error !== null && <p role="alert">{messageOf(error, language)}</p>}
      {proposal && (
        <Comparison {...properties} proposing={{ ...proposing, close: closeAndStay }} proposal={proposal} />
      )}
    </div>
  );
}

function Comparison({
  clarification,
  agencies,
  proposing,
  proposal,
}: ProposalProps & { proposing: Proposing; proposal: DraftProposal }) {
  const { t } = useTranslation('issue');
  const titleId = useId();
  const { fields, close, ask } = proposing;
  // What was the same all along is nothing to decide; what was taken stays, so that it can be put back.
  const shown = fields.filter((each) => !isTaken(each) || proposing.before(each) !== null);
  const field = (each: (typeof fields)[number]) => (
    <ProposalField
      key={each.field}
      field={each}
      rests={{ ...proposal, evidence: clarification.evidence }}
      agencies={agencies}
      proposing={proposing}
    />
  );
  const open = shown.filter((each) => !isTaken(each)).length;
  const variants = shown.filter(({ isVariant }) => isVariant);
  return (
    <section className={styles.comparison} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('proposal.title')}
      </h3>
      <Origin proposal={proposal} />
      <p role="status">
        {shown.length === 0 && t('proposal.same')}
        {open > 0 && t('proposal.differs', { count: open })}
        {shown.length > 0 && open === 0 && t('proposal.allTaken')}
      </p>
      {shown.filter(({ isVariant }) => !isVariant).map(field)}
      {variants.length > 0 && (
        <details className={styles.more}>
          <summary>{t('proposal.variants', { count: variants.length })}</summary>
          <div className={styles.list}>{variants.map(field)}</div>
        </details>
      )}
      <UnusedSentences sentences={proposal.sentences} />
      <div className={styles.actions}>
        {shown.length > 1 && <TakeAll shown={shown} proposing={proposing} />}
        <Button variant="default" mih={44} loading={proposing.isAsking} onClick={ask}>
          {t('proposal.again')}
        </Button>
        <Button variant="subtle" mih={44} onClick={close}>
          {t('proposal.close')}
        </Button>
      </div>
    </section>
  );
}

/** Whose words they are, and where they are the template's, why. */
function Origin({ proposal: { fallback } }: { proposal: DraftProposal }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  if (fallback === null) return <p className={styles.origin}>{t('proposal.byModel')}</p>;
  return (
    <p className={styles.origin}>
      {t('proposal.byTemplate')} {words('draftFallback', fallback)}
    </p>
  );
}

/** One button that turns around, so that the keyboard stays where it is. */
function TakeAll({ shown, proposing }: { shown: Proposing['fields']; proposing: Proposing }) {
  const { t } = useTranslation('issue');
  const open = shown.filter((each) => !isTaken(each));
  const areAllTaken = open.length === 0;
  return (
    <Button
      mih={44}
      variant={areAllTaken ? 'default' : 'filled'}
      onClick={() => (areAllTaken ? proposing.putBack(shown) : proposing.take(open))}
    >
      {areAllTaken ? t('proposal.putAllBack') : t('proposal.takeAll', { count: open.length })}
    </Button>
  );
}
