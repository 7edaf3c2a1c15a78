/** The contract of each role as tests: a plugin's author extends the class of the role. */
package dev.elbow.tck;
