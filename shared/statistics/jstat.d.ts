/** The one function of jStat that is used: it comes without types. */
declare module 'jstat' {
  const jStat: {
    readonly studentt: {
      /** Quantile of Student's t distribution with `dof` degrees of freedom. */
      inv(probability: number, dof: number): number
    }
  }
  export default jStat
}
