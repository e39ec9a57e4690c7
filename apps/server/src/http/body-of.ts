import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** The body, as it has to be. @throws Refusal with the first thing that is wrong */
export function bodyOf<T>({ body }: FastifyRequest, schema: z.ZodType<T>): T {
  const found = schema.safeParse(body)
  if (found.success) return found.data
  const [issue] = found.error.issues
  const path = issue?.path.join('.') || 'body'
  throw new Refusal('bad-input', `${path}: ${issue?.message ?? 'not valid'}.`, { path })
}
