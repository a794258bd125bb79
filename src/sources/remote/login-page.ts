/** Parts of the hosts of login pages, such as `login.microsoftonline.com` and `tenant.accounts.ondemand.com`. */
const HOST = /(?:^|[.-])(?:login|log-?on|sign-?in|sso|auth|accounts?|adfs|sts|idp)\d*(?=[.-])/i;

/** Segments of their paths: of OAuth and OpenID Connect, SAML, AD FS, WS-Federation, and forms. */
const PATH =
  /\/(?:log-?[io]n|sign-?in|sso|saml2?|adfs|wsfed|oauth2?|openid-connect|auth|authorize)(?:[./](?:aspx?|jsp|html|do|php))?(?=\/|$)/i;

/** Whether a URL looks like that of a login page. */
export function isLoginUrl({ hostname, pathname }: URL): boolean {
  return HOST.test(hostname) || PATH.test(pathname);
}
