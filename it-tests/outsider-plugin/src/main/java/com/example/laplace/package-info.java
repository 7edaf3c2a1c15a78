/** A Laplace posterior, a scaling flow and a linear network, with nothing but {@code elbow-spi}. */
package com.example.laplace;
