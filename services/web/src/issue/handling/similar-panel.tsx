import type { IssueView } from '@kentongan/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import { Panel } from '../panel.js';

export function SimilarPanel({ similar }: { similar: IssueView['similar'] }) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  return (
    <Panel title={t('similar.title')}>
      <p className="k-muted">{t('similar.hint')}</p>
      <ul>
        {similar.map(({ issueId, title, state }) => (
          <li key={issueId}>
            <Link to="/isu/$issueId" params={{ issueId }}>
              <bdi>{title}</bdi>
            </Link>{' '}
            <span className="k-muted">· {words('state', state)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
