import { Select } from '@digdir/designsystemet-react'
import { memo } from 'react'

type Props = {
  entries: readonly { entry: string; name: string }[]
  /** Chosen elsewhere. */
  without?: string | undefined
}

/** Hundreds of options: drawn again only when they are others. */
export const EntryOptions = memo(({ entries, without }: Props) =>
  entries
    .filter(({ entry }) => entry !== without)
    .map(({ entry, name }) => (
      <Select.Option key={entry} value={entry}>
        {name}
      </Select.Option>
    )),
)
