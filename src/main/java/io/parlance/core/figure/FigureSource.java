package io.parlance.core.figure;

/** A bean that has figures to tell; all of them are asked whenever somebody looks. */
public interface FigureSource {
    /** Must be quick, and ask no other system. */
    void tell(Figures figures);
}
