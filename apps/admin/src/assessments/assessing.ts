import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Sheet = inferOutput<typeof trpc.assessments.sheet>
/** One question with what is claimed and found. */
export type Item = Sheet['items'][number]
export type Finding = NonNullable<Item['desk']>
export type FindingLayer = Finding['layer']
export type Confidence = 1 | 2 | 3
export type Evidence = Item['evidence'][number]
export type Queue = inferOutput<typeof trpc.assessments.queue>
export type LayerWindow = Queue['windows'][number]

export const FINDING_LAYERS = ['desk', 'visit'] as const satisfies readonly FindingLayer[]
export const CONFIDENCES = [1, 2, 3] as const satisfies readonly Confidence[]

/** The words for how sure somebody is. */
export const SURE = { 1: 'hardly', 2: 'fairly', 3: 'sure' } as const satisfies Record<Confidence, string>
