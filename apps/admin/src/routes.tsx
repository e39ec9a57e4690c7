import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { queryClient, trpc } from './api.ts'
import { sheetSearch } from './assessments/sheet-search.ts'
import { compareSearch } from './compare/compare-search.ts'
import { entriesSearch } from './entries/entries-search.ts'
import { importSearch } from './entries/import-search.ts'
import { findingsSearch } from './findings/findings-search.ts'
import { nominationsSearch } from './nominations/nominations-search.ts'
import { answeringSearch } from './questionnaire/answering-search.ts'
import { responsesSearch } from './responses/responses-search.ts'
import { resultsSearch } from './results/results-search.ts'
import { firstTab } from './rounds/round-tabs.ts'
import { roundsSearch } from './rounds/rounds-search.ts'
import { rubricSearch } from './rubrics/rubric-search.ts'
import { seatsSearch } from './seats/seats-search.ts'
import { setUpSearch } from './set-up/set-up-search.ts'
import { signInSearch } from './sign-in/sign-in-search.ts'
import { stagesSearch } from './stages/stages-search.ts'
import { surveySearch } from './survey/survey-search.ts'
import { i18n, moreText } from './text/i18n.ts'
import { Frame } from './ui/frame.tsx'
import { NotFound, RouteProblem } from './ui/route-states.tsx'
import { unitSearch, unitsSearch } from './units/units-search.ts'

/** Every address of the app. Screens are loaded when they are first opened; search parameters are each screen's own. */

/** What everybody comes to first: it waits for no more than its own words. */
const FIRST = ['/', '/rounds', '/sign-in']

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    if (!FIRST.includes(location.pathname)) await moreText()
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/rounds', replace: true })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** A link from a letter; the token stands behind the #. */
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('./sign-in/link-page.tsx'), 'LinkPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const rounds = createRoute({
  getParentRoute: () => root,
  path: '/rounds',
  validateSearch: roundsSearch,
  component: lazyRouteComponent(() => import('./rounds/rounds-page.tsx'), 'RoundsPage'),
})

/** One round. Its screens are children; the round itself leads to the one that matters now. */
const round = createRoute({ getParentRoute: () => root, path: '/rounds/$round' })

const roundHome = createRoute({
  getParentRoute: () => round,
  path: '/',
  loader: async ({ params }) => {
    const query = trpc.rounds.get.queryOptions({ id: params.round, lang: i18n.language })
    const found = await queryClient.ensureQueryData(query)
    throw redirect({ to: `/rounds/$round/${firstTab(found)}`, params, replace: true })
  },
})

const roundSetUp = createRoute({
  getParentRoute: () => round,
  path: '/set-up',
  validateSearch: setUpSearch,
  component: lazyRouteComponent(() => import('./set-up/set-up-page.tsx'), 'SetUpPage'),
})

const roundStages = createRoute({
  getParentRoute: () => round,
  path: '/stages',
  validateSearch: stagesSearch,
  component: lazyRouteComponent(() => import('./stages/stages-page.tsx'), 'StagesPage'),
})

const roundEntries = createRoute({
  getParentRoute: () => round,
  path: '/entries',
  validateSearch: entriesSearch,
  component: lazyRouteComponent(() => import('./entries/entries-page.tsx'), 'EntriesPage'),
})

const roundImport = createRoute({
  getParentRoute: () => round,
  path: '/entries/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('./entries/import-page.tsx'), 'ImportPage'),
})

const roundNominations = createRoute({
  getParentRoute: () => round,
  path: '/nominations',
  validateSearch: nominationsSearch,
  component: lazyRouteComponent(() => import('./nominations/nominations-page.tsx'), 'NominationsPage'),
})

const roundShortlist = createRoute({
  getParentRoute: () => round,
  path: '/shortlist',
  component: lazyRouteComponent(() => import('./shortlist/shortlist-page.tsx'), 'ShortlistPage'),
})

/** For anybody, without signing in. */
const nominate = createRoute({
  getParentRoute: () => root,
  path: '/nominate/$round',
  component: lazyRouteComponent(() => import('./nominate/nominate-page.tsx'), 'NominatePage'),
})

const nominees = createRoute({
  getParentRoute: () => root,
  path: '/nominees/$round',
  component: lazyRouteComponent(() => import('./shortlist/nominees-page.tsx'), 'NomineesPage'),
})

const roundResults = createRoute({
  getParentRoute: () => round,
  path: '/results',
  validateSearch: resultsSearch,
  component: lazyRouteComponent(() => import('./results/results-page.tsx'), 'ResultsPage'),
})

const roundEntry = createRoute({
  getParentRoute: () => round,
  path: '/entries/$entry',
  component: lazyRouteComponent(() => import('./results/entry-page.tsx'), 'EntryPage'),
})

const roundMine = createRoute({
  getParentRoute: () => round,
  path: '/mine',
  component: lazyRouteComponent(() => import('./mine/mine-page.tsx'), 'MinePage'),
})

const roundAnswer = createRoute({
  getParentRoute: () => round,
  path: '/answer/$entry',
  validateSearch: answeringSearch,
  component: lazyRouteComponent(() => import('./questionnaire/answering-page.tsx'), 'AnsweringPage'),
})

const roundAnswerPrint = createRoute({
  getParentRoute: () => round,
  path: '/answer/$entry/print',
  validateSearch: answeringSearch,
  component: lazyRouteComponent(() => import('./questionnaire/print-page.tsx'), 'PrintPage'),
})

const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('./units/units-page.tsx'), 'UnitsPage'),
})

const unit = createRoute({
  getParentRoute: () => root,
  path: '/units/$unit',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('./units/unit-page.tsx'), 'UnitPage'),
})

const roundPeople = createRoute({
  getParentRoute: () => round,
  path: '/people',
  validateSearch: seatsSearch,
  component: lazyRouteComponent(() => import('./seats/people-of-round-page.tsx'), 'PeopleOfRoundPage'),
})

const roundMail = createRoute({
  getParentRoute: () => round,
  path: '/mail',
  component: lazyRouteComponent(() => import('./mail/mail-of-round-page.tsx'), 'MailOfRoundPage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./join/join-page.tsx'), 'JoinPage'),
})

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./mail/outbox-page.tsx'), 'OutboxPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
})

const rubrics = createRoute({
  getParentRoute: () => root,
  path: '/rubrics',
  component: lazyRouteComponent(() => import('./rubrics/rubrics-page.tsx'), 'RubricsPage'),
})

const rubric = createRoute({
  getParentRoute: () => root,
  path: '/rubrics/$ref',
  validateSearch: rubricSearch,
  component: lazyRouteComponent(() => import('./rubrics/rubric-page.tsx'), 'RubricPage'),
})

const roundResponses = createRoute({
  getParentRoute: () => round,
  path: '/responses',
  validateSearch: responsesSearch,
  component: lazyRouteComponent(() => import('./responses/responses-page.tsx'), 'ResponsesPage'),
})

const roundAssess = createRoute({
  getParentRoute: () => round,
  path: '/assess',
  component: lazyRouteComponent(() => import('./assessments/queue-page.tsx'), 'QueuePage'),
})

const roundSheet = createRoute({
  getParentRoute: () => round,
  path: '/assess/$entry',
  validateSearch: sheetSearch,
  component: lazyRouteComponent(() => import('./assessments/sheet-page.tsx'), 'SheetPage'),
})

const roundInflation = createRoute({
  getParentRoute: () => round,
  path: '/inflation',
  component: lazyRouteComponent(() => import('./assessments/inflation-page.tsx'), 'InflationPage'),
})

const roundFindings = createRoute({
  getParentRoute: () => round,
  path: '/findings/$entry',
  validateSearch: findingsSearch,
  component: lazyRouteComponent(() => import('./findings/findings-page.tsx'), 'FindingsPage'),
})

const roundSurvey = createRoute({
  getParentRoute: () => round,
  path: '/survey',
  validateSearch: surveySearch,
  component: lazyRouteComponent(() => import('./survey/survey-page.tsx'), 'SurveyPage'),
})

const roundRecord = createRoute({
  getParentRoute: () => round,
  path: '/record',
  component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
})

const routeTree = root.addChildren([
  home,
  signIn,
  signInLink,
  account,
  rounds,
  round.addChildren([
    roundHome,
    roundMine,
    roundAnswer,
    roundAnswerPrint,
    roundSetUp,
    roundStages,
    roundEntries,
    roundNominations,
    roundShortlist,
    roundPeople,
    roundMail,
    roundImport,
    roundResults,
    roundEntry,
    roundResponses,
    roundAssess,
    roundSheet,
    roundInflation,
    roundFindings,
    roundSurvey,
    roundRecord,
  ]),
  compare,
  rubrics,
  rubric,
  units,
  unit,
  people,
  audit,
  outbox,
  join,
  nominate,
  nominees,
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteProblem,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
