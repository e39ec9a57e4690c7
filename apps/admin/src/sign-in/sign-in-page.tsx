import { Page } from '../ui/page.tsx'

export const SignInPage = () => <Page title="x">x</Page>
