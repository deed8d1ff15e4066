/**
 * The benchmarks of {@code ./vethlab-bench}: each prints one JSON object a line. Start at {@link
 * vethlab.cli.bench.Benchmarks}.
 */
package vethlab.cli.bench;
