import { Button } from '@digdir/designsystemet-react'
import { PlusIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import tabs from '../rounds/round-frame.module.css'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import { CriteriaTree } from './criteria-tree.tsx'
import { Crosswalk } from './crosswalk.tsx'
import { Facts } from './facts.tsx'
import { ProblemList } from './problem-list.tsx'
import { Questionnaire } from './questionnaire-part.tsx'
import { PARTS, type RubricPart } from './rubric-search.ts'
import type { RubricView } from './rubrics.ts'
import { Sources } from './sources.tsx'
import { StepsList } from './steps-list.tsx'

const route = getRouteApi('/rubrics/$ref')

const PART: Record<RubricPart, (props: { view: RubricView }) => React.ReactNode> = {
  criteria: CriteriaTree,
  questions: Questionnaire,
  crosswalk: Crosswalk,
  sources: Sources,
}

/** One edition: what counts and why, what is asked, what it says of the common dimensions, and what all that rests on. */
export function RubricPage() {
  const { t, i18n } = useTranslation('rubrics')
  const { ref } = route.useParams()
  const { part = 'criteria' } = route.useSearch()
  const view = useQuery(trpc.rubrics.get.queryOptions({ ref, lang: i18n.language }))
  const me = useQuery(trpc.people.me.queryOptions())
  const trail = [{ label: t('title'), to: '/rubrics' }]
  if (!view.data)
    return (
      <Page title={ref} trail={trail}>
        {view.isError ? <Problem error={view.error} retry={() => view.refetch()} /> : <Loading />}
      </Page>
    )
  const broken = view.data.problems.some(problem => problem.severity === 'error')
  const usable = !broken && me.data?.can.includes('rounds.create')
  const Part = PART[part]
  return (
    <Page
      title={view.data.rubric.title}
      about={t(`part.${part}`)}
      trail={trail}
      tags={broken && <MarkTag mark="broken" />}
      actions={
        usable && (
          <Button asChild>
            <Link to="/rounds" search={{ new: true, from: ref }}>
              <PlusIcon aria-hidden />
              {t('use')}
            </Link>
          </Button>
        )
      }
    >
      <Facts view={view.data} />
      <ProblemList problems={view.data.problems} broken={broken} level={2} />
      <nav className={tabs.tabs} aria-label={t('parts')}>
        {PARTS.map(one => (
          <Link
            key={one}
            to="/rubrics/$ref"
            params={{ ref }}
            search={one === 'criteria' ? {} : { part: one }}
            activeOptions={{ exact: true, includeSearch: true }}
            {...(one === part && { 'aria-current': 'page', 'data-status': 'active' })}
            resetScroll={false}
          >
            {t(`part.${one}`)}
          </Link>
        ))}
      </nav>
      {part === 'criteria' && <StepsList view={view.data} />}
      <Part view={view.data} />
    </Page>
  )
}
