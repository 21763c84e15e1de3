// Lays views out like words: next to each other, and on a new line where there is no more room.

import SwiftUI

struct WrapLayout: Layout {
    var spacing: CGFloat = 6

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
        let lines = lines(of: subviews, in: proposal.width ?? .infinity)
        let height = lines.map(\.height).reduce(0, +) + spacing * CGFloat(max(lines.count - 1, 0))
        return CGSize(width: lines.map(\.width).max() ?? 0, height: height)
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
        var top = bounds.minY
        for line in lines(of: subviews, in: bounds.width) {
            var leading = bounds.minX
            for (view, size) in line.views {
                let middle = CGPoint(x: leading, y: top + (line.height - size.height) / 2)
                view.place(at: middle, anchor: .topLeading, proposal: ProposedViewSize(size))
                leading += size.width + spacing
            }
            top += line.height + spacing
        }
    }

    private struct Line {
        var views: [(LayoutSubview, CGSize)] = []
        var width: CGFloat = 0
        var height: CGFloat = 0
    }

    private func lines(of subviews: Subviews, in width: CGFloat) -> [Line] {
        var lines: [Line] = []
        for view in subviews {
            var size = view.sizeThatFits(.unspecified)
            if size.width > width { size = view.sizeThatFits(ProposedViewSize(width: width, height: nil)) }
            if let last = lines.indices.last, lines[last].width + spacing + size.width <= width {
                lines[last].views.append((view, size))
                lines[last].width += spacing + size.width
                lines[last].height = max(lines[last].height, size.height)
            } else {
                lines.append(Line(views: [(view, size)], width: size.width, height: size.height))
            }
        }
        return lines
    }
}
