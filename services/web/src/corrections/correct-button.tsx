import type { ArchiveHit } from '@kentongan/contracts';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { lazyPart } from '../ui/lazy-part.js';

const CorrectionDialog = lazyPart(() => import('./correction-dialog.js'));

const correctingRoles = new Set(['officer', 'leader', 'analyst', 'admin']);

/** Opens what can be corrected of a post, for whoever may. */
export function CorrectButton({
  post,
  placeName,
  className,
}: {
  post: ArchiveHit['post'];
  placeName: (code: string) => string;
  className: string | undefined;
}) {
  const { t } = useTranslation('archive');
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!correctingRoles.has(user.role)) return null;
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconPencil size={18} aria-hidden="true" />
        {t('correct.action')}
      </button>
      <CorrectionDialog
        isWanted={isOpen}
        isOpen={isOpen}
        post={post}
        placeName={placeName}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
