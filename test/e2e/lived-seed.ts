import type { Page } from 'playwright-core'
import { visitorOf, type World } from '../world/create-world.ts'
import { type Api, type By, follow, type Person, seat } from './seat.ts'

/** Twelve municipalities and three counties as they were in 2014. */
const ENTRANTS = {
  Dovre: '0511',
  Lom: '0514',
  Austrheim: '1264',
  Utsira: '1151',
  Røst: '1856',
  Nesodden: '0216',
  Eidsvoll: '0237',
  Lyngdal: '1032',
  Bergen: '1201',
  Stavanger: '1103',
  Trondheim: '1601',
  Tromsø: '1902',
  Oppland: '05',
  Telemark: '08',
  Hordaland: '12',
} as const
type Entrant = keyof typeof ENTRANTS
export const NAMES = Object.keys(ENTRANTS) as Entrant[]

const addressOf = (name: Entrant) => `lead@${name.toLowerCase().replaceAll('ø', 'o')}.example`
export const contactOf = (name: Entrant) => ({ email: addressOf(name), name: `Lead of ${name}` })

/** As an organiser pastes it: code, address, name. */
export const LIST = NAMES.map(name => `${ENTRANTS[name]}; ${addressOf(name)}; Lead of ${name}`).join('\n')

type Role = 'desk' | 'second desk' | 'visitor' | 'juror' | 'chair' | 'observer'

/** What the tests of one file have made so far, one after the other. */
type Lived = By & {
  round: string
  entries: Map<string, string>
  leads: Map<Entrant, Pick<Person, 'api' | 'session'>>
  seated: Map<Role, Person>
}

export async function newcomers(world: World): Promise<Lived> {
  const { api: organiser } = await world.as('organiser')
  const { api: admin } = await world.as('admin')
  return { world, admin, organiser, round: '', entries: new Map(), leads: new Map(), seated: new Map() }
}

/** Somebody who has signed in with a page. */
export async function fromPage({ world }: Lived, page: Page): Promise<Pick<Person, 'api' | 'session'>> {
  const session = await page.context().storageState()
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { session, api: visitorOf(world.url)(cookie).api }
}

/** One of a map, which an earlier test has put there. */
export function of<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new Error(`There is no ${key} yet.`)
  return found
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A moment as a field of the round's time zone takes it. */
export const typed = (iso: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    timeZone: 'Europe/Oslo',
  })
    .format(new Date(iso))
    .replace(' ', 'T')

/** The first question of each of the nine areas: the best of each answer, and the next best. */
export const ASKED = {
  digitalPost: ['yes', 'partly'],
  strategy: ['yes', 'underway'],
  skillsPlan: ['yes', 'partly'],
  electronicArchive: ['yes', 'partly'],
  securityGoals: ['yes', 'underway'],
  architecturePrinciples: ['yes', 'partly'],
  mobileCare: ['yes', 'partly'],
  schoolPlan: ['yes', 'underway'],
  geodata: ['yes', 'partly'],
} as const

/** Gives as many best answers, and next best ones to the rest. */
async function answer(lived: Lived, name: Entrant, best: number): Promise<void> {
  const { round } = lived
  const { api } = of(lived.leads, name)
  const entry = of(lived.entries, name)
  for (const [i, [question, [yes, partly]]] of Object.entries(ASKED).entries()) {
    const value = i < best ? yes : partly
    await api.answers.save.mutate({ round, entry, question, value, version: 0 })
  }
}

/** Everybody but Dovre follows their letter and accepts; most answer, and most of them send in. */
export async function othersAnswer(lived: Lived): Promise<void> {
  const { round } = lived
  await Promise.all(
    NAMES.filter(name => name !== 'Dovre').map(async name => {
      const lead = await follow(lived, contactOf(name))
      lived.leads.set(name, lead)
      const entry = of(lived.entries, name)
      await lead.api.entries.respond.mutate({ round, entry, accept: true })
      if (name === 'Tromsø' || name === 'Hordaland') return
      await answer(lived, name, NAMES.indexOf(name) % 9)
      if (name !== 'Røst') await lead.api.answers.submit.mutate({ round, entry })
    }),
  )
}

/** Those who judge or look on. */
export async function seatJudges(lived: Lived): Promise<void> {
  const { round, seated } = lived
  const names = {
    desk: 'Desk assessor',
    'second desk': 'Second desk assessor',
    visitor: 'Site visitor',
    juror: 'Juror',
    chair: 'Chair of the jury',
    observer: 'Observer',
  } as const
  await Promise.all(
    (Object.keys(names) as Role[]).map(async role => {
      const seating = { round, name: names[role], role: role === 'second desk' ? 'desk' : role } as const
      seated.set(role, await seat(lived, seating))
    }),
  )
}

type Stages = Parameters<Api['stages']['move']['mutate']>[0]['stages']

/** Time passes: what is to come comes now. */
export async function move({ organiser, round }: Lived, stages: Stages): Promise<void> {
  const { version } = await organiser.rounds.get.query({ id: round })
  await organiser.stages.move.mutate({ round, version, stages, reason: 'The round goes on.' })
}

/** Which of these somebody is refused, whatever the words. */
export async function refused(asked: Readonly<Record<string, Promise<unknown>>>): Promise<string[]> {
  const told = await Promise.allSettled(Object.values(asked))
  return Object.keys(asked).filter((_, i) => told[i]?.status === 'rejected')
}

export const question = (page: Page, id: string) => page.locator(`[data-question=${id}]`)
