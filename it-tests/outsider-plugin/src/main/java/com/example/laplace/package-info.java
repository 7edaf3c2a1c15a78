/** A Laplace posterior and a linear network for Elbow, with nothing but {@code elbow-spi}. */
package com.example.laplace;
