import type { RubricData } from '@tumstock/rubric/contract'
import type { Data } from '../score/data.ts'
import type { Calls } from '../score/functions.ts'

/** What is analysed: a rubric, its entries, and what its functions gave. All of it can be sent to a worker. */
export type Subject = { rubric: RubricData; data: Data; calls?: Calls }
