import type { Somebody } from '@tumstock/server/crowd'

/** What the load process is told. */
export type Order = {
  url: string
  round: string
  crowd: readonly Somebody[]
  /** Requests a second, and connections. */
  rate: number
  seconds: number
  /** Asks for `/healthz` instead: the smallest answer of the same server at the same rate. */
  floor: boolean
  /** What these people have saved already. */
  from: Acknowledged
}

/** By entry and question. */
export type Acknowledged = Record<string, Record<string, { value: string; version: number }>>

/** What the load process says. Times in milliseconds. */
export type Seen = {
  answered: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  max: number
  errors: Record<string, number>
  /** 99th percentile of how late its own event loop was: that much of the times may be its own. */
  lag: number
  acknowledged: Acknowledged
}
