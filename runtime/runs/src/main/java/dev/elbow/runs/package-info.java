/**
 * Everything that a run writes to and reads from disk.
 *
 * <p>A run is a folder: {@code config.yaml}, {@code manifest.json}, {@code metrics.jsonl}, {@code
 * doctor.jsonl}, {@code evaluation.json}, {@code checkpoints/}, {@code images/}, {@code
 * report.html} and, while it trains, a held {@code run.lock}. Every file is written under a
 * temporary name, synced and renamed, so that a process killed at any moment leaves either the old
 * content or the new one.
 *
 * <p>Temporary names begin with a dot and end with {@code .tmp}. Readers never look at them; only
 * the holder of the run's lock removes them.
 */
package dev.elbow.runs;
