import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { issueQuery } from '../desk/issue-queries.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { WorkPanel } from './handling/work-panel.js';
import { IssueHead } from './issue-head.js';
import styles from './issue-page.module.css';
import { IssueSkeleton } from './issue-skeleton.js';
import { StoryPanel } from './story/story-panel.js';

const wideScreen = '(min-width: 62em)';

/** One issue: left why we say so, right what is done about it; on a phone the two are tabs. */
export function IssuePage() {
  const { t } = useTranslation('issue');
  const { issueId } = useParams({ strict: false });
  const issue = useQuery({ ...issueQuery(issueId ?? ''), enabled: issueId !== undefined });
  const isWide = useMediaQuery(wideScreen, true, { getInitialValueInEffect: false });
  if (issue.isPending) return <IssueSkeleton />;
  if (issue.isError && !issue.data) {
    return (
      <Page title={t('title')} isTitleHidden>
        <Failure error={issue.error} onRetry={() => issue.refetch()} />
      </Page>
    );
  }
  const view = issue.data;
  return (
    <Page title={view.card.title} isTitleHidden>
      <IssueHead view={view} />
      {isWide ? (
        <div className={styles.columns}>
          <section aria-label={t('story.label')}>
            <StoryPanel view={view} />
          </section>
          <section aria-label={t('work.label')}>
            <WorkPanel key={view.card.issueId} view={view} />
          </section>
        </div>
      ) : (
        <Tabs defaultValue="story" keepMounted>
          <Tabs.List grow>
            <Tabs.Tab value="story" mih={48}>
              {t('story.label')}
            </Tabs.Tab>
            <Tabs.Tab value="work" mih={48}>
              {t('work.label')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="story" pt="sm">
            <StoryPanel view={view} />
          </Tabs.Panel>
          <Tabs.Panel value="work" pt="sm">
            <WorkPanel key={view.card.issueId} view={view} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
