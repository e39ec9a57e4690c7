import { fileURLToPath } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import { runAnalysis } from './analyses/run-analysis.ts'
import { ANALYSIS } from './analyses/service.ts'
import { type Config, readConfig } from './config.ts'
import type { Installation } from './context.ts'
import { openDataDir, signingSecret } from './data-dir.ts'
import { openDatabase } from './db/open.ts'
import { dropDemo, keepDemo } from './demo/keep-demo.ts'
import { BODY_LIMIT } from './http/body-limit.ts'
import { closeServer } from './http/close.ts'
import { answerBadAddress } from './http/errors.ts'
import { wire } from './http/server.ts'
import { type Queue, queueOf } from './jobs/queue.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { liveHere, type Station } from './live/live.ts'
import { bySmtp } from './mail/by-smtp.ts'
import { MAIL } from './mail/post.ts'
import { resumeMail, sendMail } from './mail/send.ts'
import { toOutbox } from './mail/to-outbox.ts'
import { EXPIRY, expireNomination } from './nominations/expire.ts'
import { createAuth } from './people/auth.ts'
import { closeDemo, openDemo, type SignIn } from './people/first-people.ts'
import { keepRecords } from './rounds/records.ts'
import { openRubrics } from './rubrics/open-rubrics.ts'
import type { RubricRegistry } from './rubrics/registry.ts'
import { happen } from './stages/happen.ts'
import { STAGE, scheduleAll } from './stages/schedule.ts'
import { StartupError } from './startup-error.ts'

export type { Config } from './config.ts'

export type Running = {
  url: string
  /** To print: with the demo on always, else on the first start only. */
  signIns: readonly SignIn[]
  /** Lets what is under way finish, then closes plugins and database. */
  stop: () => Promise<void>
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Starts the server: config, database, rubrics, listen.
 *
 * @param rubrics closed with the server, also when it does not start
 * @throws StartupError whose message is the one line that the operator needs
 */
export async function start(
  config: Config = readConfig([]),
  rubrics: Promise<RubricRegistry> = openRubrics(config.pluginsDir),
): Promise<Running> {
  const closers = [async () => (await rubrics).close()]
  const stop = async () => {
    for (const close of closers.toReversed()) await close()
    closers.length = 0
  }
  try {
    const fastify = makeFastify(config)
    const { installation, queue, live, url } = await open(config, { fastify, rubrics, closers })
    fastify.addHook('preClose', live.dismiss)
    await keepRecords(installation)
    const signIns = await (config.demo ? openDemo(installation) : closeDemo(installation))
    await (config.demo ? keepDemo(installation) : dropDemo(installation))
    const secret = config.secret ?? (await signingSecret(installation.dataDir))
    const auth = createAuth(installation, { secret, publicUrl: config.publicUrl, oidc: config.oidc })
    await wire(fastify, {
      installation,
      auth,
      publicUrl: config.publicUrl,
      adminFolder: here('../../admin/dist'),
    })
    const mailer = config.smtp ? bySmtp(config.smtp) : toOutbox(installation.dataDir)
    closers.push(async () => mailer.close())
    const jobs = await startJobs(installation, queue, {
      handlers: {
        [ANALYSIS]: runAnalysis(installation),
        [EXPIRY]: expireNomination(installation),
        [MAIL]: sendMail(installation, mailer),
        [STAGE]: happen(installation),
      },
      url,
    })
    await resumeMail(installation)
    await scheduleAll(installation)
    closers.push(jobs.stop, () => closeServer(fastify))
    return { url: await listen(fastify, config), signIns, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the operator reads once the server is up. */
export const greeting = ({ url, signIns }: Pick<Running, 'url' | 'signIns'>): string =>
  [
    `Tumstock is at ${url}`,
    ...(signIns.length > 0 ? ['Sign in as'] : []),
    ...signIns.map(({ role, email, password }) => `  ${role.padEnd(11)} ${email}  ${password}`),
    '',
  ].join('\n')

/** For a request to come in whole: 20 MB over a slow line, and no one who sends a byte now and then for ever. */
const PATIENCE = 5 * 60 * 1000

const makeFastify = (config: Config): FastifyInstance =>
  Fastify({
    // No line per request: addresses of people are personal data, and the audit log has what was done.
    logger: { level: 'warn', stream: process.stderr },
    bodyLimit: BODY_LIMIT,
    requestTimeout: PATIENCE,
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: 5000 },
    // Only a proxy on a private network is believed about who asks.
    trustProxy: config.publicUrl === undefined ? false : 'loopback,linklocal,uniquelocal',
  })

type Opening = {
  fastify: FastifyInstance
  rubrics: Promise<RubricRegistry>
  closers: (() => Promise<void>)[]
}

type Opened = { installation: Installation; queue: Queue; live: Station; url: string | null }

async function open(config: Config, { fastify, rubrics, closers }: Opening): Promise<Opened> {
  const dataDir = await openDataDir(config.dataDir)
  const place = config.databaseUrl === undefined ? { folder: dataDir } : { url: config.databaseUrl }
  const database = await openDatabase(place, err =>
    fastify.log.warn({ err }, 'a database connection was lost'),
  )
  closers.push(database.close)
  const now = () => new Date().toISOString()
  const live = await liveAt(database.url, fastify)
  closers.push(live.stop)
  const queue = queueOf({ now })
  const installation = {
    db: database.db,
    dialect: database.dialect,
    rubrics: await rubrics,
    jobs: queue,
    live,
    sendsMail: config.smtp !== undefined,
    address: () => config.publicUrl ?? addressOf(fastify, config),
    dataDir,
    demo: config.demo,
    signIn: { twoFactorFor: config.requireTwoFactor, provider: config.oidc?.name ?? null },
    log: fastify.log,
    now,
  }
  return { installation, queue, live, url: database.url }
}

/** Loaded where it is used, like what runs jobs. */
const liveAt = async (url: string | null, { log }: FastifyInstance): Promise<Station> =>
  url === null ? liveHere() : (await import('./live/on-postgres.ts')).liveOnPostgres(url, { log })

/** Before it listens, the port that it asks for. */
const addressOf = (fastify: FastifyInstance, { host, port }: Config): string =>
  fastify.server.listening ? fastify.listeningOrigin : `http://${host}:${port}`

async function listen(fastify: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await fastify.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartupError(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartupError(
        `Cannot listen on ${host}:${port} (${code}). Set HOST and PORT to what this user may use.`,
      )
    throw error
  }
}
