import type { FactView } from '@kentongan/contracts';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import styles from './memory.module.css';
import { useFactChange, useRenewMemory } from './memory-queries.js';

type Asked = 'share' | 'unshare' | 'withdraw' | null;

/** What this person may do to the fact; sharing and withdrawing are asked about before they happen. */
export function FactActions({ view, onEdit }: { view: FactView; onEdit: () => void }) {
  const { t } = useTranslation('memory');
  const { t: common } = useTranslation();
  const [asked, setAsked] = useState<Asked>(null);
  const { act, isPending } = useActions(view);
  const isShared = view.sharedBy !== null;
  if (!view.mayChange && !view.mayShare) return null;
  return (
    <div className={styles.buttons}>
      {view.mayChange && (
        <Button mih={44} onClick={onEdit}>
          {t('actions.edit')}
        </Button>
      )}
      {view.mayShare && (
        <Button variant="default" mih={44} onClick={() => setAsked(isShared ? 'unshare' : 'share')}>
          {t(isShared ? 'actions.unshare' : 'actions.share')}
        </Button>
      )}
      {view.mayChange && (
        <Button variant="default" mih={44} onClick={() => setAsked('withdraw')}>
          {t('actions.withdraw')}
        </Button>
      )}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked && t(`ask.${asked}.title`)}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <div className={styles.asked}>
          <p>{asked && t(`ask.${asked}.words`)}</p>
          <div className={styles.buttons}>
            <Button
              mih={44}
              loading={isPending}
              color={asked === 'withdraw' ? 'red' : undefined}
              onClick={() => asked && act(asked, () => setAsked(null))}
            >
              {asked && t(`actions.${asked}`)}
            </Button>
            <Button variant="default" mih={44} onClick={() => setAsked(null)}>
              {common('cancel')}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}

function useActions({ fact: { factId }, version }: FactView) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const language = useLanguage();
  const notices = useNotices();
  const navigate = useNavigate();
  const renew = useRenewMemory(regionId);
  const params = { path: { factId } };
  const share = useFactChange(regionId, (isShared: boolean) =>
    answer(client.POST('/api/facts/{factId}/share', { params, body: { version, isShared } })),
  );
  const withdraw = useMutation({
    mutationFn: () => answer(client.DELETE('/api/facts/{factId}', { params })),
    onSuccess: () => navigate({ to: '/memori' }).then(renew),
  });
  const act = (asked: NonNullable<Asked>, done: () => void) => {
    const told = {
      onSuccess: () => {
        notices.calm(t(`done.${asked}`));
        done();
      },
      onError: (error: unknown) => {
        notices.problem(messageOf(error, language));
        done();
      },
    };
    if (asked === 'withdraw') withdraw.mutate(undefined, told);
    else share.mutate(asked === 'share', told);
  };
  return { act, isPending: share.isPending || withdraw.isPending };
}
