/** One assessor's mark of one entry, on one criterion where there are several. A missing mark is no row, never a 0. */
export type Mark = { assessor: string; entry: string; criterion?: string; mark: number }

/** What is marked: an entry, or one criterion of it. */
export type Item = { entry: string; criterion: string | null }
