import type { IssueCard as Card } from '@kentongan/contracts';
import { Menu } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { regionQuery } from '../issue/handling/region-query.js';
import { putCard } from '../live/apply-live-event.js';
import { cardIn, useSendMove } from '../moves/use-send-move.js';
import styles from './issue-card.module.css';

const undoSeconds = 10;

/** Who is in charge of a routed issue, put right in one tap: shown at once, with a way back. */
export function AgencyMenu({ card }: { card: Card }) {
  const { t } = useTranslation('desk');
  const isHanded = card.route !== null && card.agencyId !== null;
  const { data: region } = useQuery({ ...regionQuery(card.regionId), enabled: isHanded });
  const handTo = useHandOver();
  const agencies = region?.agencies ?? [];
  if (!isHanded || agencies.length < 2) return null;
  const name = agencies.find(({ agencyId }) => agencyId === card.agencyId)?.name ?? card.agencyId;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={styles.agency} aria-label={t('agency.change', { name })}>
          <bdi>{name}</bdi>
          <IconPencil size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.agencies ?? ''}>
        <Menu.Label>{t('agency.title')}</Menu.Label>
        {agencies.map((agency) => (
          <Menu.Item
            key={agency.agencyId}
            mih={44}
            disabled={agency.agencyId === card.agencyId}
            onClick={() => handTo(card, agency.agencyId, agency.name)}
          >
            {agency.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useHandOver(): (card: Card, agencyId: string, name: string) => void {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const queries = useQueryClient();
  const notices = useNotices();
  const send = useSendMove();

  /** Resolves to the card as it is then, null when it was refused. */
  async function hand(card: Card, agencyId: string | null): Promise<Card | null> {
    if (card.route === null) return null;
    putCard(queries, { ...card, agencyId });
    try {
      const body = { move: 'triage', version: card.version, route: card.route, agencyId } as const;
      return (await send(card.issueId, body)).card;
    } catch (error) {
      if (!cardIn(error)) putCard(queries, card);
      notices.problem(messageOf(error, language));
      return null;
    }
  }

  return (card, agencyId, name) => {
    const sent = hand(card, agencyId);
    const back = () => void sent.then((now) => now && hand(now, card.agencyId));
    const close = notices.show({
      words: t('agency.changed', { name }),
      tone: 'calm',
      seconds: undoSeconds,
      action: { label: t('undo'), run: back },
    });
    void sent.then((now) => now ?? close());
  };
}
