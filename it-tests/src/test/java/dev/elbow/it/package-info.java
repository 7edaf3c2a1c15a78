/** Specifications of the distribution, seen from outside: processes, files, exit codes. */
package dev.elbow.it;
