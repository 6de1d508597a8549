"""Everything that paints: Qt and pyqtgraph."""
