/** What a new plugin is called. */
export type Names = { id: string; title: string; year: string }
