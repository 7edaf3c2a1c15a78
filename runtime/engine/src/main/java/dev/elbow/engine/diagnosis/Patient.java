package dev.elbow.engine.diagnosis;

/**
 * What a model is, as far as judging its vitals needs it.
 *
 * @param latent the size of z
 * @param drawn whether a term of the objective draws the codes to the prior
 */
public record Patient(int latent, boolean drawn) {}
