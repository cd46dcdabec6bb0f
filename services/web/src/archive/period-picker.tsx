import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion, useTimeZone } from '../session/region.js';
import styles from './period-picker.module.css';
import { periods, type SearchState, withPeriod, withRange } from './search-state.js';
import { fieldOfInstant, instantOfField } from './zoned-time.js';

/** How far back, or from when until when: the keyboard's way to what dragging over the chart does. */
export function PeriodPicker({
  state,
  isNarrow,
  onChange,
}: {
  state: SearchState;
  isNarrow: boolean;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const [isOpen, setOpen] = useState(false);
  const value = isOpen ? 'custom' : state.period;
  const { mode } = useRegion();
  const offered = mode === 'historical' ? (['all', 'custom'] as const) : periods;
  const data = offered.map((period) => ({ value: period, label: t(`period.${period}`) }));
  const choose = (chosen: string) => {
    const period = periods.find((each) => each === chosen) ?? 'week';
    setOpen(period === 'custom');
    if (period !== 'custom') onChange(withPeriod(state, period));
  };
  return (
    <div className={styles.picker}>
      {isNarrow ? (
        <NativeSelect
          aria-label={t('period.label')}
          className={styles.select}
          data={data}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : (
        <SegmentedControl aria-label={t('period.label')} data={data} value={value} onChange={choose} />
      )}
      {(isOpen || state.period === 'custom') && (
        <RangeFields key={`${state.from}|${state.to}`} state={state} onChange={onChange} />
      )}
    </div>
  );
}

function RangeFields({ state, onChange }: { state: SearchState; onChange: (state: SearchState) => void }) {
  const { t } = useTranslation('archive');
  const timeZone = useTimeZone();
  const problemId = useId();
  const [from, setFrom] = useState(fieldOfInstant(state.from, timeZone));
  const [to, setTo] = useState(fieldOfInstant(state.to, timeZone));
  const isWrong = from !== '' && to !== '' && to <= from;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) onChange(withRange(state, instantOfField(from, timeZone), instantOfField(to, timeZone)));
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="datetime-local"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form className={styles.range} onSubmit={apply}>
      {field(t('period.from'), from, setFrom)}
      {field(t('period.to'), to, setTo)}
      <Button type="submit" variant="default" disabled={isWrong}>
        {t('period.apply')}
      </Button>
      {isWrong && (
        <p id={problemId} role="alert" className={styles.wrong}>
          {t('period.wrongOrder')}
        </p>
      )}
    </form>
  );
}
