/** What a run computes, laid out flat: groups, children first, over columns that are there before the first run. */

import type { Combine } from '@tumstock/rubric/contract'
import type { Parts } from '../combine/parts.ts'
import type { Domain } from './domain.ts'

/** What a group is made of. */
export type Part = {
  /** Node index: whose weight it has. */
  node: number
  /** Of a leaf: f(value) by entry in the group's domain, `absent` where it has none. Null for a group. */
  column: Float64Array | null
}

/**
 * Entries that do not have all of a group's children, and what they have instead: the pattern of those that count, or −1
 * where the group has no value and `absent` stands in its place.
 */
export type Odd = { entries: Int32Array; patterns: Int32Array; absent: Float64Array }

type Base = {
  node: number
  /** The domain in which the group above takes its value; `plain` for the total. */
  wanted: Domain
  odd: Odd
}

/** The mean of a function f of its parts: Σw·f(v)/Σw, then back. */
export type MeanGroup = Base & {
  kind: 'mean'
  domain: Domain
  parts: readonly Part[]
  /** By pattern and part, 1 = counted; pattern 0 is complete. */
  masks: readonly Uint8Array[]
}

/** A group of another kind, computed by the code that scores a round. */
export type OtherGroup = Base & {
  kind: 'other'
  combine: Combine
  /** Children with what they are worth, nothing where the group has no value; those of groups are filled in by each run. */
  parts: Parts
  nodes: Int32Array
  path: string
  rubric: string
}

export type ProgramGroup = MeanGroup | OtherGroup

/** A panel's leaf: what marks that are drawn again replace. */
export type PanelPart = {
  node: number
  domain: Domain
  /** As it stands with the marks that were given. */
  column: Float64Array
  /** Places of the entries that have a value from marks. */
  scored: Int32Array
}

export type Program = {
  /**
   * Places in the data of the entries that are scored: those that are analysed, with all others where entries are compared
   * with each other. All other places are places among these.
   */
  entries: Int32Array
  /** Of these, the place of each that is analysed. */
  shown: Int32Array
  /** Among the analysed, the places of those that have a total, ascending. */
  ranked: Int32Array
  /** The total is the last. */
  groups: readonly ProgramGroup[]
  panels: readonly PanelPart[]
  /** Own weights by node before any noise; 0 for what is left out. */
  weights: Float64Array
}
