/**
 * Runs in a process of its own: imports one plugin, sends its definitions back as data, then runs its functions on
 * request. The only place where a plugin's code is executed.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lineOf } from '../error.ts'
import type { Finding } from '../problem.ts'
import { watchModules } from './fingerprint.ts'
import { notPlain } from './plain.ts'
import type { FromHost, FunctionResult, HostedEdition, ToHost } from './protocol.ts'

type Functions = Readonly<Record<string, (answers: unknown) => unknown>>

/** By edition. */
const functions = new Map<string, { name: string; functions: Functions }>()

const send = (message: FromHost): void => {
  process.send?.(message)
}

process.on('message', async (message: ToHost) => {
  send(message.kind === 'load' ? await load(message.file) : { kind: 'results', results: call(message) })
})

const load = async (file: string): Promise<FromHost> => {
  const url = pathToFileURL(file).href
  const root = url.slice(0, url.lastIndexOf('/') + 1)
  const hashOf = watchModules(root)
  let plugin: unknown
  try {
    plugin = (await import(url)).default
  } catch (error) {
    const says = `threw while it was loaded${placeOf(error, root)}: ${textOf(error)}.`
    return refuse({ code: 'load-threw', path: '', says })
  }
  if (!isObject(plugin) || !Array.isArray(plugin.editions))
    return refuse({
      code: 'not-a-plugin',
      path: '',
      says: 'the default export is not a plugin. It is definePlugin({ id, editions: […] }).',
    })
  const editions: HostedEdition[] = []
  for (const [i, edition] of plugin.editions.entries()) {
    const { functions: own, ...rest } = isObject(edition)
      ? splitOf(edition)
      : { functions: {}, data: edition }
    const finding = notPlain(rest.data, `editions.${i}`) ?? notFunctions(own, `editions.${i}.functions`)
    if (finding !== null) return refuse(finding)
    const { id, edition: name } = isObject(rest.data) ? rest.data : {}
    const names = Object.keys(own)
    functions.set(String(name), { name: `${id}@${name}`, functions: own as Functions })
    const hash = names.length > 0 ? hashOf(`${root}editions/${name}.ts`) : null
    editions.push({ data: rest.data, functions: names, hash })
  }
  return { kind: 'loaded', id: plugin.id, editions }
}

const refuse = (finding: Finding): FromHost => ({ kind: 'refused', finding })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The data with its own property order, apart from the functions; getters are kept, to be refused. */
const splitOf = (edition: Record<string, unknown>) => {
  const { functions: own, ...properties } = Object.getOwnPropertyDescriptors(edition)
  const data: unknown = Object.create(Object.getPrototypeOf(edition), properties)
  return { functions: (own?.value ?? {}) as object, data }
}

const notFunctions = (own: object, path: string): Finding | null => {
  const stranger = Object.entries(own).find(([, value]) => typeof value !== 'function')
  return stranger === undefined
    ? null
    : {
        code: 'bad-value',
        path: `${path}.${stranger[0]}`,
        says: 'is not a function. Data goes elsewhere in the rubric.',
      }
}

const call = ({ edition, fn, batch }: Extract<ToHost, { kind: 'call' }>): FunctionResult[] => {
  const held = functions.get(edition)
  const run = held !== undefined && Object.hasOwn(held.functions, fn) ? held.functions[fn] : undefined
  const about = held?.name ?? edition
  const fail = (
    code: 'function-unknown' | 'function-threw' | 'function-bad-result',
    says: string,
  ): FunctionResult => ({
    error: { code, message: lineOf(about, `functions.${fn}`, says) },
  })
  if (run === undefined) return batch.map(() => fail('function-unknown', 'there is no such function.'))
  return batch.map(answers => {
    try {
      const value = run(frozen(answers))
      return value === null || (typeof value === 'number' && value >= 0 && value <= 1)
        ? { value }
        : fail('function-bad-result', `returned ${shown(value)}. Allowed: a number from 0 to 1, or null.`)
    } catch (error) {
      return fail('function-threw', `threw: ${textOf(error)}.`)
    }
  })
}

const frozen = (answers: Readonly<Record<string, unknown>>): unknown => {
  for (const answer of Object.values(answers)) Object.freeze(answer)
  return Object.freeze(answers)
}

const shown = (value: unknown): string =>
  value instanceof Promise
    ? 'a promise'
    : typeof value === 'number'
      ? String(value)
      : `a value of type ${typeof value}`

/** The file and line of a syntax error, which its message leaves out: ` in editions/2026.ts:12`. */
const placeOf = (error: unknown, root: string): string => {
  const [first = ''] = error instanceof SyntaxError ? (error.stack ?? '').split('\n') : []
  const start = [root, fileURLToPath(root)].find(one => first.startsWith(one))
  return start === undefined ? '' : ` in ${first.slice(start.length, start.length + 200)}`
}

/** In one line. */
const textOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    .replace(/\s+/g, ' ')
    .slice(0, 500)
