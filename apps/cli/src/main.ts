import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { RubricError } from '@tumstock/rubric/error'
import { Command, CommanderError } from 'commander'
import { BAD_INPUT, BadInput } from './failure.ts'

// Half of a start is reading TypeScript; kept compiled, the next one is shorter.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)))

const RUBRIC = [
  '--rubric <id@edition | rubric.json>',
  'an edition of a plugin, or a rubric in a JSON file',
] as const
const DATA = [
  '--data <file>',
  'CSV or XLSX with the column "unit", optional "name", "category" and "year", and one per question or indicator',
] as const
const YEAR = ['--year <year>', 'which of several years'] as const
const OUT = ['--out <file>', 'where to; without it, to standard output'] as const

// Each command is loaded when it is called: scoring a file need not load the server.
const program = new Command('tumstock')
  .description('Awards and benchmarks on one scale: load rubrics, score data, serve rounds.')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program
  .command('plugins')
  .description('list the plugins and their editions, broken ones with their errors')
  .option('--json', 'as JSON')
  .action(async options => (await import('./plugins.ts')).plugins(options))
program
  .command('check')
  .description('run every check of a plugin folder or of a rubric in a JSON file')
  .argument('<plugin folder | rubric.json>')
  .option('--write', 'write RUBRIC.md anew first')
  .action(async (target, options) => (await import('./check.ts')).check(target, options))
program
  .command('score')
  .description('score a table of answers')
  .requiredOption(...RUBRIC)
  .requiredOption(...DATA)
  .option('--format <csv | json>', 'how results are written', 'csv')
  .option(...OUT)
  .action(async options => (await import('./score.ts')).score(options))
program
  .command('analyse')
  .description('describe a table and a rubric on it; with --uncertainty say how sure each rank is')
  .requiredOption(...RUBRIC)
  .requiredOption(...DATA)
  .option('--uncertainty <runs>', 'how many variations to draw')
  .option('--assumptions <file.json>', 'what is varied, e.g. [{ "vary": "weights", "by": 0.25 }]')
  .option('--seed <number>', 'the same seed gives the same result anywhere', '1')
  .option('--category <id>', 'rank its entries among themselves')
  .option(...YEAR)
  .option('--nominees <number>', 'how many are nominated: adds the chance of being one')
  .option('--format <csv | json>', 'csv: one table; json: everything', 'csv')
  .option(...OUT)
  .action(async options => (await import('./analyse.ts')).analyse(options))
program
  .command('sensitivity')
  .description("say what drives the ranks: Sobol' indices, and each assumption alone")
  .requiredOption(...RUBRIC)
  .requiredOption(...DATA)
  .requiredOption('--assumptions <file.json>', 'what is varied, e.g. [{ "vary": "weights", "by": 0.25 }]')
  .option('--rows <number>', 'rows of the design; runs are rows × (assumptions + 2)', '1024')
  .option('--seed <number>', 'the same seed gives the same result anywhere', '1')
  .option('--bootstrap <number>', 'resamples for the intervals', '500')
  .option('--second-order', 'what pairs of assumptions do together, too')
  .option('--units', "of each unit's rank, too")
  .option('--category <id>', 'rank its entries among themselves')
  .option(...YEAR)
  .option('--format <csv | json>', 'csv: one line per assumption; json: everything', 'csv')
  .option(...OUT)
  .action(async options => (await import('./sensitivity.ts')).sensitivity(options))
program
  .command('weights')
  .description('find weights for the parts of a group')
  .requiredOption(...RUBRIC)
  .requiredOption(...DATA)
  .requiredOption(
    '--by <way>',
    'own, equal, effective; components, balance, infomax (from the data); budget, pairs (from people)',
  )
  .option('--group <path>', 'whose parts', 'criteria')
  .option(
    '--from <file.json>',
    'budget: [{ "who": …, "points": { path: number } }]; pairs: how much more each part matters than each other, row by row',
  )
  .option(...YEAR)
  .option('--format <csv | json>', 'csv: the weights; json: and what they rest on', 'csv')
  .option(...OUT)
  .action(async options => (await import('./weights.ts')).weights(options))
program
  .command('compare')
  .description('score one table with two rubrics and say what differs')
  .requiredOption(...RUBRIC)
  .requiredOption('--with <id@edition | rubric.json>', 'the other one')
  .requiredOption(...DATA)
  .option('--path <criterion>', 'compare it instead of the total')
  .option(...YEAR)
  .option('--format <csv | json>', 'csv: one line per unit; json: and how alike they are', 'csv')
  .option(...OUT)
  .action(async options => (await import('./compare.ts')).compare(options))
program
  .command('new')
  .description('make a plugin that passes its own checks')
  .argument('<folder>', 'its last part becomes the id')
  .option('--index', 'an index of published statistics, instead of an award that asks')
  .action(async (folder, options) => (await import('./new/create.ts')).create(folder, options))
program
  .command('serve')
  .description('serve the admin app and the open data')
  .option('--no-demo', 'without synthetic rounds and demo sign-ins')
  .action(async options => (await import('./serve.ts')).serve(options))

program
  .command('backup')
  .description('back up the installation of DATA_DIR and DATABASE_URL, which may be running')
  .argument('<file | folder>', 'a new file, or a folder in which it is named by its time')
  .option('--keep <number>', 'of the backups in the folder, the newest that stay')
  .option('--with-secret', 'with the key that signs sessions and locks second factors')
  .action(async (where, options) => (await import('./backup.ts')).backup(where, options))
program
  .command('restore')
  .description(
    'put a backup in the place of the installation of DATA_DIR and DATABASE_URL, all of it or nothing',
  )
  .argument('<file | folder>', 'a backup, or a folder of them')
  .option('--to <time>', 'of a folder, the last backup at or before a time; else the last of all')
  .option('--force', 'also over an installation that is not empty, which is backed up first')
  .action(async (where, options) => (await import('./restore.ts')).restore(where, options))
program
  .command('audit')
  .description('look for tampering in the log, publications, submissions and files')
  .argument('<verify>')
  .option('--head <hash>', 'the end of the log as it was printed earlier: has to be in it still')
  .action(async (what, options) => (await import('./audit.ts')).audit(what, options))

try {
  // pnpm hands a leading "--" on to the script.
  await program.parseAsync(process.argv.filter((word, at) => at !== 2 || word !== '--'))
} catch (problem) {
  if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : BAD_INPUT
  else if (problem instanceof BadInput || problem instanceof RubricError) {
    process.stderr.write(`tumstock: ${problem.message}\n`)
    process.exitCode = BAD_INPUT
  } else throw problem
}
