/** The posterior of the rho-VAE as its official code has it, which is no bound: for the auditor. */
package com.example.rho;
