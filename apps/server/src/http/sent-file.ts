import { finished } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

export const MAX_UPLOAD = 20 * 1024 * 1024
/** Room for the parts' headers around the file. */
const ENVELOPE = 64 * 1024

/** What `@fastify/multipart` is told: one file, and no more of it than is taken. */
export const ONE_FILE = {
  limits: { files: 1, fields: 5, fileSize: MAX_UPLOAD },
  throwFileSizeLimit: true,
}

/**
 * Reads the one file of a form.
 *
 * @param read is given the file as it comes in, and reads it to its end
 * @throws Refusal `too-large`, `bad-input`
 */
export async function sentFile<T>(
  request: FastifyRequest,
  read: (part: MultipartFile) => Promise<T>,
): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD + ENVELOPE) {
    await drain(request)
    throw tooLarge()
  }
  if (!request.isMultipart())
    throw new Refusal('bad-input', 'Send one file as multipart/form-data, in a part named "file".')
  const part = await request.file().catch(refuseForm)
  if (!part) throw new Refusal('bad-input', 'The form holds no file.')
  return read(part).catch(refuseForm)
}

/** The parser cuts a file at the limit and does not always throw: half a file must never pass for a whole one. */
export const refuseCut = ({ file }: MultipartFile): void => {
  if (file.truncated) throw tooLarge()
}

/** Reads what is left of a body to nowhere: a client that is still sending would miss the answer. */
export const drain = async (request: FastifyRequest): Promise<void> => {
  request.raw.resume()
  await finished(request.raw, { writable: false }).catch(() => undefined)
}

const tooLarge = () =>
  new Refusal(
    'too-large',
    `The file is larger than ${MAX_UPLOAD / 1024 / 1024} MB, the most that is taken. Nothing was stored.`,
  )

/** The parser's own errors are about what was sent; what the disk says is another matter. */
const refuseForm = (error: Error & { code?: string }): never => {
  if (error instanceof Refusal || 'syscall' in error) throw error
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge()
  throw new Refusal(
    'bad-input',
    `The form cannot be read, or broke off: ${error.message}. Nothing was stored.`,
  )
}
