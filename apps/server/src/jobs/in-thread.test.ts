import { describe, expect, it } from 'vitest'
import { JobFailure } from './failure.ts'
import { inThread } from './in-thread.ts'

const ENDLESS = new URL('./endless-thread.fixture.ts', import.meta.url)
const REFUSING = new URL('./refusing-thread.fixture.ts', import.meta.url)
const quiet = { signal: new AbortController().signal, onProgress: () => {} }

describe('a thread', () => {
  it('answers', async () => {
    expect(await inThread(REFUSING, 2, quiet)).toBe(42)
  })

  it('refuses with its code and words', async () => {
    const failed = await inThread(REFUSING, 0, quiet).catch((error: unknown) => error)
    expect(failed instanceof JobFailure && failed.failure).toEqual({
      code: 'bad-input',
      message: 'Nothing is divided by 0.',
    })
  })

  it('says how far it is, and ends when told to, also out of an endless loop', async () => {
    const abort = new AbortController()
    const said: number[] = []
    const onProgress = (share: number) => {
      said.push(share)
      abort.abort(new Error('enough'))
    }
    await expect(inThread(ENDLESS, null, { signal: abort.signal, onProgress })).rejects.toThrow('enough')
    expect(said).toEqual([0.5])
  })

  it('that is called off before it begins never does', async () => {
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(inThread(ENDLESS, null, { ...quiet, signal })).rejects.toThrow('too late')
  })
})
