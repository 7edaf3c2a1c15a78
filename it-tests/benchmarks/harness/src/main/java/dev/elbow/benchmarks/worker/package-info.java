/** What runs inside a contender's process. */
package dev.elbow.benchmarks.worker;
