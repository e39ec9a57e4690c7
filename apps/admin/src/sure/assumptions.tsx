import { Button, Checkbox, Select } from '@digdir/designsystemet-react'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { combineTitle } from '../results/combine-words.ts'
import { RUNS } from '../results/results-search.ts'
import { scoringWords } from '../results/scoring-words.ts'
import { stepWords } from '../rubrics/step-words.ts'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { ruleName, stepKind } from './assumption-words.ts'
import { USUAL } from './choices.ts'
import styles from './sure.module.css'
import type { Sure } from './use-sure.ts'

/** How far weights may move, in per cent. */
const PERCENTS = [5, 10, 25, 50] as const

/** What is assumed, in words; each change is computed at once and stands in the address. */
export function Assumptions({ sure }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { offer, choices, choose, set, seed } = sure
  return (
    <details className={styles.assumptions} open>
      <summary>
        <h3>{t('assumptions.title')}</h3>
        <MarkTag mark="assumed" />
      </summary>
      <p className={styles.help}>{t('assumptions.lead')}</p>
      <div className={styles.grid}>
        <Weights sure={sure} />
        <Ways sure={sure} />
        {offer.missing.length > 0 && (
          <Checkbox
            data-size="sm"
            label={t('assumptions.missing')}
            description={t('assumptions.missingHelp')}
            checked={choices.missing}
            onChange={({ target }) => choose({ missing: target.checked })}
          />
        )}
        {offer.leaves > 1 && (
          <Checkbox
            data-size="sm"
            label={t('assumptions.leaveOut')}
            description={t('assumptions.leaveOutHelp', { count: offer.leaves })}
            checked={choices.leaveOut}
            onChange={({ target }) => choose({ leaveOut: target.checked })}
          />
        )}
        <Steps sure={sure} />
        <Rules sure={sure} />
        {offer.marks && (
          <Checkbox
            data-size="sm"
            label={t('assumptions.marks')}
            description={t('assumptions.marksHelp')}
            checked={choices.marks}
            onChange={({ target }) => choose({ marks: target.checked })}
          />
        )}
      </div>
      <div className={styles.runs}>
        <Runs sure={sure} />
        <Button data-size="sm" variant="secondary" onClick={() => set({ seed: seed + 1 })}>
          {t('assumptions.another')}
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={() => choose(USUAL)}>
          {t('assumptions.usual')}
        </Button>
        <span className={styles.help}>{t('assumptions.seed', { seed })}</span>
      </div>
    </details>
  )
}

function Weights({ sure: { choices, choose } }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  const { weights } = choices
  const share = (per: number) => formatShare(per / 100, { decimals: 0, locale })
  const percents = [...new Set([...PERCENTS, ...(weights === null ? [] : [weights])])].sort((a, b) => a - b)
  return (
    <div className={styles.choices}>
      <Checkbox
        data-size="sm"
        label={t('assumptions.weights')}
        description={t('assumptions.weightsHelp', { by: share(weights ?? 25) })}
        checked={weights !== null}
        onChange={({ target }) => choose({ weights: target.checked ? USUAL.weights : null })}
      />
      {weights !== null && (
        <FilterChoice
          className={styles.within}
          label={t('assumptions.by')}
          value={String(weights)}
          choose={value => choose({ weights: Number(value) })}
        >
          {percents.map(per => (
            <Select.Option key={per} value={String(per)}>
              ± {share(per)}
            </Select.Option>
          ))}
        </FilterChoice>
      )}
    </div>
  )
}

type GroupProps = { title: string; help: string; children: ReactNode }

/** Alternatives to what the rubric has; none chosen: nothing is varied. */
function Group({ title, help, children }: GroupProps) {
  const id = useId()
  return (
    <fieldset className={styles.choices} aria-describedby={id}>
      <legend>{title}</legend>
      <p id={id} className={styles.help}>
        {help}
      </p>
      {children}
    </fieldset>
  )
}

const toggled = <T,>(of: readonly T[], one: T): T[] =>
  of.includes(one) ? of.filter(other => other !== one) : [...of, one]

function Ways({ sure: { offer, choices, choose, rubric } }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const own = combineTitle(rubric.combine, frame, locale)
  return (
    <Group title={t('assumptions.combine')} help={t('assumptions.combineHelp', { own })}>
      {offer.ways.map(way => (
        <Checkbox
          key={way}
          data-size="sm"
          label={combineTitle(way, frame, locale)}
          checked={choices.combine.includes(way)}
          onChange={() => choose({ combine: toggled(choices.combine, way) })}
        />
      ))}
    </Group>
  )
}

function Rules({ sure: { offer, choices, choose } }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { t: words } = useTranslation('explanation')
  const locale = useLocale()
  if (offer.rule === null) return null
  return (
    <Group
      title={t('assumptions.scoring')}
      help={t('assumptions.scoringHelp', { own: ruleName(offer.rule, t), count: offer.relative.length })}
    >
      {offer.rules.map(by => (
        <Checkbox
          key={by}
          data-size="sm"
          label={t(`rule.${by}`)}
          description={scoringWords({ by }, { t: words, locale }).join(' ')}
          checked={choices.scoring.includes(by)}
          onChange={() => choose({ scoring: toggled(choices.scoring, by) })}
        />
      ))}
    </Group>
  )
}

function Steps({ sure: { offer, choices, choose, rubric } }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { t: words } = useTranslation('steps')
  const locale = useLocale()
  if (offer.steps.length === 0) return null
  return (
    <Group title={t('assumptions.steps')} help={t('assumptions.stepsHelp')}>
      {offer.steps.map(({ at, step }) => (
        <Checkbox
          key={at}
          data-size="sm"
          label={t(`vary.${stepKind(step)}`)}
          description={stepWords(step, { t: words, locale, rubric }).join(' ')}
          checked={choices.steps.includes(at)}
          onChange={() => choose({ steps: toggled(choices.steps, at) })}
        />
      ))}
    </Group>
  )
}

function Runs({ sure: { runs, usual, set } }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  return (
    <FilterChoice
      label={t('assumptions.runs')}
      value={String(runs)}
      choose={value => {
        const chosen = RUNS.find(one => String(one) === value)
        set({ runs: chosen === usual ? undefined : chosen })
      }}
    >
      {RUNS.map(count => (
        <Select.Option key={count} value={String(count)}>
          {formatNumber(count, { decimals: 0, locale })}
        </Select.Option>
      ))}
    </FilterChoice>
  )
}
