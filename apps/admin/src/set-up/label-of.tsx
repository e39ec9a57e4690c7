/** A field's label that stands in a row of alike ones: whose it is, is read out though the row shows it already. */
export const LabelOf = ({ label, name }: { label: string; name: string }) => (
  <>
    {label}
    <span className="ts-visually-hidden"> – {name}</span>
  </>
)
