import { Select } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { formatTimeOf } from '../ui/dates.ts'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './stages.module.css'
import { type Moment, momentsIn, nameOfMoment, type Preview, type Timeline } from './timeline.ts'
import { useStageName } from './use-stage-name.ts'

const route = getRouteApi('/rounds/$round/stages')

/** What a change means for each role, before it comes: the next one, or any other. */
export function PreviewPart({ round, timeline }: { round: Round; timeline: Timeline }) {
  const { t } = useTranslation('stages')
  const nameOf = useStageName()
  const navigate = useNavigate({ from: '/rounds/$round/stages' })
  const { look } = route.useSearch()
  const moments = momentsIn(timeline.stages)
  const { next } = timeline
  const chosen =
    moments.find(moment => nameOfMoment(moment) === look) ??
    moments.find(({ kind, change }) => kind === next?.stage && change === next.change) ??
    moments[0]
  if (!chosen) return null
  return (
    <section className={styles.part} aria-labelledby="preview">
      <div>
        <h2 id="preview">{t('preview.title')}</h2>
        <p className="ts-muted">{t('preview.lead')}</p>
      </div>
      <FilterChoice
        className={styles.which}
        label={t('preview.which')}
        value={nameOfMoment(chosen)}
        choose={one => navigate({ search: { look: one }, replace: true, resetScroll: false })}
      >
        {moments.map(moment => (
          <Select.Option key={nameOfMoment(moment)} value={nameOfMoment(moment)}>
            {t(`preview.${moment.change}`, { stage: nameOf(moment.kind) })}
          </Select.Option>
        ))}
      </FilterChoice>
      <Roles round={round} moment={chosen} timeZone={timeline.timeZone} />
    </section>
  )
}

function Roles({ round, moment, timeZone }: { round: Round; moment: Moment; timeZone: string }) {
  const { t } = useTranslation('stages')
  const { t: seats } = useTranslation('seats')
  const locale = useLocale()
  const preview = useQuery(trpc.stages.preview.queryOptions({ round: round.id, ...moment }))
  if (preview.isError) return <Problem error={preview.error} retry={() => preview.refetch()} />
  if (!preview.data) return <Loading rows={2} />
  const { at, roles } = preview.data
  return (
    <>
      <p>{at === null ? t('preview.undated') : formatTimeOf(at, locale, timeZone)}</p>
      {roles.length === 0 && <p>{t('preview.nothing')}</p>}
      <div className={styles.roles}>
        {roles.map(({ role, gains, loses }) => (
          <article key={role} className={styles.role}>
            <h3>{role === 'anonymous' ? t('preview.world') : seats(`role.${role}`)}</h3>
            <Rights title={t('preview.gains')} actions={gains.actions} />
            <Rights title={t('preview.gainsSee')} fields={gains.fields} />
            <Rights title={t('preview.loses')} actions={loses.actions} />
            <Rights title={t('preview.losesSee')} fields={loses.fields} />
          </article>
        ))}
      </div>
    </>
  )
}

type Listed = Preview['roles'][number]['gains']

function Rights({ title, actions = [], fields = [] }: { title: string } & Partial<Listed>) {
  const { t } = useTranslation('stages')
  const words = [...actions.map(action => t(`can.${action}`)), ...fields.map(field => t(`sees.${field}`))]
  if (words.length === 0) return null
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {words.map(word => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  )
}
