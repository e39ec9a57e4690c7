import type { World } from '../world/create-world.ts'
import { type Api, type By, follow, type Person } from './seat.ts'

export const MUNICIPALITIES = {
  Mora: 'SE-2062',
  Orsa: 'SE-2034',
  Älvdalen: 'SE-2039',
  Rättvik: 'SE-2031',
  Leksand: 'SE-2029',
  Sundsvall: 'SE-2281',
  Boden: 'SE-2582',
  Skellefteå: 'SE-2482',
  Umeå: 'SE-2480',
  Värmdö: 'SE-0120',
} as const
export type Place = keyof typeof MUNICIPALITIES

export type Nominated = By & { round: string }

/** Days from now, as a time. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A round of the Swedish award that has just opened for nominations. */
export async function seedNominating(world: World): Promise<Nominated> {
  const { api: organiser } = await world.as('organiser')
  const { api: admin } = await world.as('admin')
  const from = { edition: 'sveriges-digitaliseringskommun@2023' }
  const { id } = await organiser.rounds.create.mutate({ from, title: 'Sveriges DigitaliseringsKommun' })
  const { version } = await organiser.rounds.get.query({ id })
  const stages = {
    nomination: { from: inDays(-7), to: inDays(7) },
    survey: { from: inDays(7), to: inDays(14) },
  }
  const patch = { year: 2023, referenceDate: '2023-01-01', stages }
  const configured = await organiser.rounds.configure.mutate({ id, version, patch })
  await organiser.rounds.open.mutate({ id, version: configured.version })
  return { world, admin, organiser, round: id }
}

/** Somebody nominates it by the public form. */
export const nominate = (api: Api, round: string, place: Place) =>
  api.nominations.nominate.mutate({
    round,
    units: [MUNICIPALITIES[place]],
    answers: { proud: `${place} gör det digitalt.`, reach: 'several', shared: 'published' },
    name: `Resident of ${place}`,
    email: `resident@${addressOf(place)}`,
    language: 'sv',
  })

const addressOf = (place: Place) =>
  `${place.toLowerCase().replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o')}.example`

export const contactOf = (place: Place) => ({
  email: `lead@${addressOf(place)}`,
  name: `Lead of ${place}`,
  language: 'sv',
})

/** The oldest nomination of it goes to its contact, who may answer until then. */
export async function forward(
  { organiser, round }: Nominated,
  place: Place,
  completeUntil: string = inDays(5),
): Promise<string> {
  const all = await organiser.nominations.list.query({ round })
  const nomination = all.find(
    one => one.state === 'received' && one.units[0]?.id === MUNICIPALITIES[place],
  )?.id
  if (nomination === undefined) throw new Error(`Nobody nominates ${place}.`)
  const { entry } = await organiser.nominations.forward.mutate({
    ...{ round, nomination, completeUntil },
    contact: contactOf(place),
  })
  return entry
}

/** Nominated, sent on, accepted by who leads it. */
export async function accepted(seeded: Nominated, place: Place): Promise<Person & { entry: string }> {
  await nominate(seeded.world.stranger.api, seeded.round, place)
  const entry = await forward(seeded, place)
  const lead = await follow(seeded, contactOf(place))
  await lead.api.entries.respond.mutate({ round: seeded.round, entry, accept: true })
  return { ...lead, entry }
}

/** What a municipality adds to what was written of it. */
const ADDED = {
  effect: 'Handläggningen har gått från tio dagar till två.',
  measured: 'baseline',
  effects: ['quality', 'time'],
  heritage: 40,
}

/** Answers what no nominator was asked, by who has a seat there. */
export async function answer(api: Api, named: { round: string; entry: string }, ability: number) {
  for (const [question, value] of Object.entries({ ...ADDED, ability }))
    await api.answers.save.mutate({ ...named, question, value, version: 0 })
}

/** Nominations end now, and whoever takes part has some days more. */
export async function endNominations({ organiser, round }: Nominated): Promise<void> {
  const { version } = await organiser.stages.timeline.query({ round })
  const now = new Date().toISOString()
  await organiser.stages.move.mutate({
    ...{ round, version, reason: 'Nobody else is expected.' },
    stages: { nomination: { to: now }, survey: { from: now } },
  })
}
