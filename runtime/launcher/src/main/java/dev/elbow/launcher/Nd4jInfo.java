package dev.elbow.launcher;

/**
 * The backend as it runs.
 *
 * @param backend class of ND4J's backend
 * @param version version of ND4J
 * @param build compiler and options of the native library, one line
 * @param blasVendor the linear algebra library, such as {@code OPENBLAS}
 * @param ompThreads threads of one operation
 * @param blasThreads threads of one matrix product
 * @param maxMemory most memory outside the heap, bytes
 */
public record Nd4jInfo(
    String backend,
    String version,
    String build,
    String blasVendor,
    int ompThreads,
    int blasThreads,
    long maxMemory) {}
