import type { IssueView, MoveBody } from '@kentongan/contracts';
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../i18n/codes.js';
import type { AskedMove } from './move-form.js';
import { isDirect, type MoveName, splitMoves } from './move-order.js';
import styles from './moves.module.css';
import type { IssueMoves } from './use-issue-moves.js';

/** The next step as a button, the other steps behind one menu. Only what this person may do now. */
export function MoveBar({
  view,
  moves,
  onAsk,
}: {
  view: IssueView;
  moves: IssueMoves;
  onAsk: (asked: AskedMove) => void;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  const { next, others } = splitMoves(view.allowedMoves, view.card.owner !== null);
  const choose = (move: MoveName, needsReason: boolean) => {
    if (isDirect(move) && !needsReason) {
      moves.make({ move, version: view.card.version } as MoveBody).catch(() => {});
    } else onAsk({ move });
  };
  if (next.length + others.length === 0) return <p className="k-muted">{t('moves.none')}</p>;
  return (
    <div className={styles.bar}>
      {next.map(({ move, needsReason }, index) => (
        <Button
          key={move}
          mih={44}
          variant={index === 0 ? 'filled' : 'default'}
          loading={moves.isSending}
          onClick={() => choose(move, needsReason)}
        >
          {words('move', move)}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" mih={44} disabled={moves.isSending}>
              {t('moves.others')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ move, needsReason }) => (
              <Menu.Item key={move} mih={44} onClick={() => choose(move, needsReason)}>
                {words('move', move)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
