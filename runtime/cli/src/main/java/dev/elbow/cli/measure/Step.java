package dev.elbow.cli.measure;

import java.nio.file.Path;

/**
 * A training step to time.
 *
 * @param name for people
 * @param file the configuration
 * @param warmup steps before those that count
 * @param steps that count
 */
record Step(String name, Path file, int warmup, int steps) {}
