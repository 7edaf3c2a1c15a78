package dev.elbow.experiments.results;

/**
 * Where and how the figures came about.
 *
 * @param command that the user gave
 * @param version of Elbow
 * @param commit of its build; empty if not known
 * @param machine processor, cores, memory, operating system and Java
 * @param date of the table
 * @param processes that ran at once, with how many threads each
 */
public record Circumstances(
    String command, String version, String commit, String machine, String date, String processes) {}
