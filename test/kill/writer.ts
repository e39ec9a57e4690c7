import { setTimeout } from 'node:timers/promises'
import type { Somebody } from '@tumstock/server/crowd'
import { OPEN_QUESTIONS } from '../crowd-round.ts'

/** `value` null, `version` 0: no answer. */
type Standing = { value: unknown; version: number }

const NOTHING: Standing = { value: null, version: 0 }

/** What all writers of a round have seen. */
export type Ledger = {
  sent: number
  acknowledged: number
  /** Sent, and the server was lost before it answered: it may stand or not. */
  unanswered: number
  /** What stands otherwise than it was acknowledged, line by line. */
  wrong: string[]
}

export const emptyLedger = (): Ledger => ({ sent: 0, acknowledged: 0, unanswered: 0, wrong: [] })

type Wish = { question: string; value: string }

/** Milliseconds until a lost server is asked again. */
const BETWEEN = 20

/** Somebody who saves one answer after another, and looks after each loss of the server whether all are there. */
export function writerOf(url: string, round: string, { entry, cookie }: Somebody, ledger: Ledger) {
  const known = new Map<string, Standing>()
  const knows = (question: string) => known.get(question) ?? NOTHING
  const headers = { cookie, 'content-type': 'application/json' }
  let turn = 0

  const wish = (): Wish => {
    turn++
    if (turn % 5 === 0) return { question: 'plan', value: turn % 2 === 0 ? 'yes' : 'no' }
    if (turn % 5 === 1 && knows('plan').value === 'yes')
      return { question: 'detail', value: `detail ${turn}` }
    return { question: OPEN_QUESTIONS[turn % OPEN_QUESTIONS.length] ?? '', value: `${entry} ${turn}` }
  }

  const post = async ({ question, value }: Wish): Promise<Response | null> => {
    const body = JSON.stringify({ round, entry, question, value, version: knows(question).version })
    try {
      return await fetch(`${url}/api/trpc/answers.save`, { method: 'POST', headers, body })
    } catch {
      return null
    }
  }

  /** What the server says that stands, once there is one again. */
  const ask = async (): Promise<Map<string, Standing>> => {
    const input = encodeURIComponent(JSON.stringify({ round, entry }))
    for (;;) {
      const response = await fetch(`${url}/api/trpc/answers.questionnaire?input=${input}`, { headers }).catch(
        () => null,
      )
      const text = await response?.text().catch(() => undefined)
      if (response?.ok && text !== undefined) {
        const { result } = JSON.parse(text) as { result: { data: { answers: Record<string, Standing> } } }
        return new Map(Object.entries(result.data.answers))
      }
      if (text !== undefined && response && response.status < 500) throw new Error(`${entry}: ${text}`)
      await setTimeout(BETWEEN)
    }
  }

  /** True where `stands` is what was acknowledged, or what was sent and never answered. */
  const fits = (question: string, stands: Standing, sent: Wish): boolean => {
    const before = knows(question)
    if (stands.value === before.value && stands.version === before.version) return true
    if (question === sent.question) return stands.value === sent.value && stands.version > before.version
    return question === 'detail' && sent.question === 'plan' && sent.value === 'no' && stands.value === null
  }

  const settle = async (sent: Wish): Promise<void> => {
    const stands = await ask()
    for (const question of new Set([...known.keys(), ...stands.keys(), sent.question])) {
      const now = stands.get(question) ?? NOTHING
      if (!fits(question, now, sent))
        ledger.wrong.push(
          `${entry} ${question}: acknowledged ${JSON.stringify(knows(question))}, found ${JSON.stringify(now)}`,
        )
      known.set(question, { value: now.value, version: now.version })
    }
    if (knows('plan').value !== 'yes' && knows('detail').value !== null)
      ledger.wrong.push(`${entry} detail: there, though it is hidden`)
  }

  const save = async (): Promise<void> => {
    const sent = wish()
    ledger.sent++
    const response = await post(sent)
    // An answer that broke off is none.
    const text = await response?.text().catch(() => undefined)
    if (!response?.ok || text === undefined) {
      // A database that was lost may have taken what the server then tried again.
      if (text !== undefined && response && response.status < 500 && response.status !== 409)
        throw new Error(`${entry} ${sent.question}: ${text}`)
      ledger.unanswered++
      await settle(sent)
      return
    }
    const { result } = JSON.parse(text) as { result: { data: { version: number; removed: string[] } } }
    ledger.acknowledged++
    known.set(sent.question, { value: sent.value, version: result.data.version })
    for (const question of result.data.removed) known.set(question, NOTHING)
  }

  return {
    /** Until it is told to stop. */
    run: async (signal: AbortSignal): Promise<void> => {
      while (!signal.aborted) await save()
    },
    /** What was acknowledged last. */
    known: (): ReadonlyMap<string, Standing> => known,
    entry,
  }
}

export type Writer = ReturnType<typeof writerOf>
