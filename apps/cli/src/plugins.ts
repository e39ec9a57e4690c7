import { findPlugins, type OpenPlugin, openPlugin } from '@tumstock/rubric/load'
import { FINDINGS } from './failure.ts'
import { PLUGINS } from './house.ts'

/** What one plugin is, as data; `--json` prints a list of these. */
const summaryOf = (plugin: OpenPlugin) =>
  'error' in plugin
    ? { id: plugin.id, folder: plugin.folder, broken: true, editions: [], problems: plugin.error }
    : {
        id: plugin.id,
        folder: plugin.folder,
        broken: plugin.editions.some(({ problems }) => problems.some(one => one.severity === 'error')),
        editions: plugin.editions.map(({ rubric, functions }) => ({
          ref: `${rubric.id}@${rubric.edition}`,
          title: rubric.title,
          country: rubric.country,
          purpose: rubric.purpose,
          languages: rubric.languages,
          questions: Object.keys(rubric.questions).length,
          indicators: Object.keys(rubric.indicators).length,
          functions,
          record: plugin.rounds.some(round => round.edition === rubric.edition),
        })),
        problems: plugin.editions.flatMap(edition => edition.problems),
      }

type Summary = ReturnType<typeof summaryOf>

const linesOf = ({ id, broken, editions, problems }: Summary) => [
  `${id}${broken ? '  BROKEN' : ''}`,
  ...editions.map(
    ({ ref, title, country, purpose, questions, indicators }) =>
      `  ${ref.padEnd(38)} ${country}  ${purpose.padEnd(7)} ${String(questions + indicators).padStart(3)} read  ${title}`,
  ),
  ...problems.map(problem => `  ${problem.severity}: ${problem.message}`),
]

/** Lists what is on disk; exits 1 when something of it is broken. */
export async function plugins({ json }: { json?: true }): Promise<void> {
  const summaries = await Promise.all(
    findPlugins(PLUGINS).map(async folder => {
      const plugin = await openPlugin(folder)
      if (!('error' in plugin)) await plugin.close()
      return summaryOf(plugin)
    }),
  )
  process.stdout.write(
    json ? `${JSON.stringify(summaries, null, 2)}\n` : `${summaries.flatMap(linesOf).join('\n')}\n`,
  )
  if (summaries.some(summary => summary.broken)) process.exitCode = FINDINGS
}
