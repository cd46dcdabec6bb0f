import type { Clarification, PriorityLevel } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { ExactTime } from '../../ui/exact-time.js';
import { Panel } from '../panel.js';

/** Who wrote, who approved, who is still needed: four eyes, and a leader for a critical issue. */
export function ApprovalsPanel({
  clarification: { author, approvals, publishedAt },
  level,
}: {
  clarification: Clarification;
  level: PriorityLevel;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const needsLeader = level === 'critical' && !approvals.some(({ role }) => role === 'leader');
  return (
    <Panel title={t('approvals.title')}>
      {author && (
        <p>
          {t('approvals.author')} <bdi>{author.name}</bdi>
        </p>
      )}
      <ul>
        {approvals.map(({ userId, name, role, at }) => (
          <li key={userId}>
            ✓ <bdi>{name}</bdi> · {words('role', role)} · <ExactTime at={at} />
          </li>
        ))}
      </ul>
      {approvals.length === 0 && <p className="k-muted">{t('approvals.needed')}</p>}
      {needsLeader && <p className="k-muted">{t('approvals.leaderNeeded')}</p>}
      {publishedAt && (
        <p>
          {t('approvals.published')} <ExactTime at={publishedAt} />
        </p>
      )}
    </Panel>
  );
}
