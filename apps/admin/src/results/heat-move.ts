/** A cell of the heat map, by its place on the screen. */
export type Place = { row: number; column: number }

const PAGE = 10

/** Where a key leads in a grid of so many rows and columns; null for a key that leads nowhere. */
export const moved = (
  { row, column }: Place,
  key: string,
  { rows, columns }: { rows: number; columns: number },
): Place | null => {
  const at = (toRow: number, toColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  })
  const keys: Record<string, Place> = {
    ArrowUp: at(row - 1, column),
    ArrowDown: at(row + 1, column),
    ArrowLeft: at(row, column - 1),
    ArrowRight: at(row, column + 1),
    Home: at(row, 0),
    End: at(row, columns - 1),
    PageUp: at(row - PAGE, column),
    PageDown: at(row + PAGE, column),
  }
  return keys[key] ?? null
}
