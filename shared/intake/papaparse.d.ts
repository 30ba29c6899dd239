/** What we use of papaparse, whose own types need those of a runtime. */
declare module 'papaparse' {
  const papaparse: {
    parse(
      text: string,
      settings: { readonly delimiter: string; readonly preview?: number },
    ): {
      readonly data: readonly (readonly string[])[]
      readonly errors: readonly { readonly code: string; readonly row?: number }[]
    }
  }
  export default papaparse
}
