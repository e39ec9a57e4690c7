import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

type Listed = inferOutput<typeof trpc.entries.mine>[number]

/** An entry that the reader works with, as `entries.mine` gives it. */
export type MyEntry = Extract<Listed, { conflict: false }>

/** What to do with an entry now. */
export type Step = 'respond' | 'rethink' | 'answer' | 'submit' | 'reply' | 'assess' | 'findings' | 'read'

type Known = Pick<MyEntry, 'state' | 'can' | 'roles' | 'progress'>

/** The one thing that matters now, null where there is nothing to do and nothing to read. */
export function nextStep({ state, can, roles, progress }: Known): Step | null {
  const may = (action: MyEntry['can'][number]) => can.includes(action)
  if ((state === 'invited' || state === 'nominated') && may('entries.respond')) return 'respond'
  if (state === 'declined' && may('entries.respond')) return 'rethink'
  if (may('answers.save')) {
    const done = progress !== null && progress.answered === progress.of
    return done && may('answers.submit') ? 'submit' : 'answer'
  }
  if (may('replies.reply')) return 'reply'
  if (may('assessments.find')) return 'assess'
  if (may('replies.findings')) return 'findings'
  const takesPart = roles.includes('lead') || roles.includes('contributor')
  return takesPart && may('answers.questionnaire') ? 'read' : null
}
