package org.gatepass.ui.theme

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.PathFillType
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/**
 * Our icons: lines of one width with round ends on a grid of 24, so that they look like one family, and no library of
 * thousands comes along. Those that point somewhere turn round with the direction of reading.
 */
object Icons {
    val Add = lines("add", "M12 5V19M5 12H19")
    val Remove = lines("remove", "M5 12H19")
    val Back = lines("back", "M20 12H4.5M11 5L4 12L11 19", turns = true)
    val Forward = lines("forward", "M9 5L16 12L9 19", turns = true)
    val Down = lines("down", "M6 9L12 15L18 9")
    val Close = lines("close", "M6 6L18 18M18 6L6 18")
    val Check = lines("check", "M5 12.5L10 17.5L19.5 7")
    val Search = lines("search", "M10.5 4A6.5 6.5 0 1 0 10.5 17A6.5 6.5 0 1 0 10.5 4ZM15.3 15.3L20.5 20.5")
    val Share = lines("share", "M12 15V3.5M7.5 7.5L12 3L16.5 7.5M6.5 11H5.5A1.5 1.5 0 0 0 4 12.5V19A1.5 1.5 0 0 0 5.5 20.5H18.5A1.5 1.5 0 0 0 20 19V12.5A1.5 1.5 0 0 0 18.5 11H17.5")
    val Delete = lines("delete", "M4 6.5H20M9 6.5V4.5A1 1 0 0 1 10 3.5H14A1 1 0 0 1 15 4.5V6.5M6 6.5L7 19.5A1.2 1.2 0 0 0 8.2 20.5H15.8A1.2 1.2 0 0 0 17 19.5L18 6.5M10 10.5V16.5M14 10.5V16.5")
    val Edit = lines("edit", "M4 20H8L19.3 8.7A1.6 1.6 0 0 0 19.3 6.4L17.6 4.7A1.6 1.6 0 0 0 15.3 4.7L4 16ZM13.5 6.5L17.5 10.5")
    val Copy = lines("copy", "M9.5 8.5H18A1.5 1.5 0 0 1 19.5 10V19A1.5 1.5 0 0 1 18 20.5H9.5A1.5 1.5 0 0 1 8 19V10A1.5 1.5 0 0 1 9.5 8.5ZM5.5 15.5A1.5 1.5 0 0 1 4.5 14V5A1.5 1.5 0 0 1 6 3.5H14A1.5 1.5 0 0 1 15.5 5V5.5")
    val More = dots("more", 12f to 5.5f, 12f to 12f, 12f to 18.5f)
    val Person = lines("person", "M12 4A4 4 0 1 0 12 12A4 4 0 1 0 12 4ZM4.5 20.5A7.5 6 0 0 1 19.5 20.5")
    val Courier = lines("courier", "M12 3L20 7V17L12 21L4 17V7ZM4 7L12 11L20 7M12 11V21M8 5L16 9.2V12.5")
    val Home = lines("home", "M4 11L12 4L20 11M6 9.5V19A1.2 1.2 0 0 0 7.2 20.2H16.8A1.2 1.2 0 0 0 18 19V9.5M10 20V14H14V20")
    val Pass = lines("pass", "M5 5.5H19A1.5 1.5 0 0 1 20.5 7V9.5A2.5 2.5 0 0 0 20.5 14.5V17A1.5 1.5 0 0 1 19 18.5H5A1.5 1.5 0 0 1 3.5 17V14.5A2.5 2.5 0 0 0 3.5 9.5V7A1.5 1.5 0 0 1 5 5.5ZM14.5 8.5V9.5M14.5 11.5V12.5M14.5 14.5V15.5")
    val Activity = lines("activity", "M4 6.5H4.1M4 12H4.1M4 17.5H4.1M8.5 6.5H20M8.5 12H20M8.5 17.5H16")
    val Settings = lines("settings", "M4 7H13M17 7H20M15 5A2 2 0 1 0 15 9A2 2 0 1 0 15 5ZM4 17H7M11 17H20M9 15A2 2 0 1 0 9 19A2 2 0 1 0 9 15Z")
    val Door = lines("door", "M6 20.5V5A1.5 1.5 0 0 1 7.5 3.5H16.5A1.5 1.5 0 0 1 18 5V20.5M3.5 20.5H20.5M14.3 12V12.5")
    val Arrived = lines("arrived", "M10.5 4.5H17A1.5 1.5 0 0 1 18.5 6V18A1.5 1.5 0 0 1 17 19.5H10.5M4 12H13.5M10 8L14 12L10 16", turns = true)
    val Refused = lines("refused", "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 1 0 12 3.5ZM6.2 6.2L17.8 17.8")
    val Photo = lines("photo", "M8.5 7L9.8 4.8H14.2L15.5 7H19A1.5 1.5 0 0 1 20.5 8.5V17.5A1.5 1.5 0 0 1 19 19H5A1.5 1.5 0 0 1 3.5 17.5V8.5A1.5 1.5 0 0 1 5 7ZM12 9.5A3.3 3.3 0 1 0 12 16.1A3.3 3.3 0 1 0 12 9.5Z")
    val Clock = lines("clock", "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 1 0 12 3.5ZM12 7.5V12L15 14")
    val Calendar = lines("calendar", "M5.5 5.5H18.5A1.5 1.5 0 0 1 20 7V18.5A1.5 1.5 0 0 1 18.5 20H5.5A1.5 1.5 0 0 1 4 18.5V7A1.5 1.5 0 0 1 5.5 5.5ZM4 10H20M8 3.5V7M16 3.5V7")
    val Repeat = lines("repeat", "M17 3.5L20 6.5L17 9.5M4 11.5V9.5A3 3 0 0 1 7 6.5H20M7 20.5L4 17.5L7 14.5M20 12.5V14.5A3 3 0 0 1 17 17.5H4")
    val Work = lines("work", "M5 8H19A1.5 1.5 0 0 1 20.5 9.5V18A1.5 1.5 0 0 1 19 19.5H5A1.5 1.5 0 0 1 3.5 18V9.5A1.5 1.5 0 0 1 5 8ZM8.5 8V6A1.5 1.5 0 0 1 10 4.5H14A1.5 1.5 0 0 1 15.5 6V8M3.5 13H20.5")
    val Once = lines("once", "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 1 0 12 3.5ZM10 9.5L12.5 8V16")
    val Note = lines("note", "M6.5 3.5H17.5A1.5 1.5 0 0 1 19 5V19A1.5 1.5 0 0 1 17.5 20.5H6.5A1.5 1.5 0 0 1 5 19V5A1.5 1.5 0 0 1 6.5 3.5ZM8.5 8.5H15.5M8.5 12H15.5M8.5 15.5H12.5")
    val Key = lines("key", "M8 11A4 4 0 1 0 8 19A4 4 0 1 0 8 11ZM11 12L19 4M16 7L19 10M13.5 9.5L15.5 11.5")
    val Link = lines("link", "M10 14A4 4 0 0 0 15.7 14L18.8 10.9A4 4 0 0 0 13.1 5.2L11.8 6.5M14 10A4 4 0 0 0 8.3 10L5.2 13.1A4 4 0 0 0 10.9 18.8L12.2 17.5")
    val Plate = lines("plate", "M4.5 7.5H19.5A1.5 1.5 0 0 1 21 9V15A1.5 1.5 0 0 1 19.5 16.5H4.5A1.5 1.5 0 0 1 3 15V9A1.5 1.5 0 0 1 4.5 7.5ZM6.5 12H10M12 12H13M15 12H17.5")
    val Qr = lines("qr", "M4 4H10V10H4ZM14 4H20V10H14ZM4 14H10V20H4ZM7 7H7.1M17 7H17.1M7 17H7.1M14 14H16V16M20 14V14.1M14 20H14.1M17 18H20V20H18")
    val Scan = lines("scan", "M4 8.5V5.5A1.5 1.5 0 0 1 5.5 4H8.5M15.5 4H18.5A1.5 1.5 0 0 1 20 5.5V8.5M20 15.5V18.5A1.5 1.5 0 0 1 18.5 20H15.5M8.5 20H5.5A1.5 1.5 0 0 1 4 18.5V15.5M7 12H17")
    val Paste = lines("paste", "M9 5.5H6.5A1.5 1.5 0 0 0 5 7V19A1.5 1.5 0 0 0 6.5 20.5H17.5A1.5 1.5 0 0 0 19 19V7A1.5 1.5 0 0 0 17.5 5.5H15M10 3.5H14A1 1 0 0 1 15 4.5V6.5A1 1 0 0 1 14 7.5H10A1 1 0 0 1 9 6.5V4.5A1 1 0 0 1 10 3.5Z")
    val Message = lines("message", "M5.5 4.5H18.5A1.5 1.5 0 0 1 20 6V15A1.5 1.5 0 0 1 18.5 16.5H12L7.5 20.5V16.5H5.5A1.5 1.5 0 0 1 4 15V6A1.5 1.5 0 0 1 5.5 4.5ZM8 8.8H16M8 12.2H13")
    val Offline = lines("offline", "M4 4L20 20M7 17.5A4 4 0 0 1 7.3 9.5M10 6.7A5.5 5.5 0 0 1 17.2 11.1A3.3 3.3 0 0 1 19.7 16.3M7 17.5H17.5")
    val Sync = lines("sync", "M19.5 9A8 8 0 0 0 5.2 7.5M4.5 15A8 8 0 0 0 18.8 16.5M5 3.5V7.7H9.2M19 20.5V16.3H14.8")
    val Warning = lines("warning", "M12 4L21 19.5H3ZM12 10V14M12 16.8V16.9")
    val Info = lines("info", "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 1 0 12 3.5ZM12 11.2V16M12 8V8.1")
    val Lock = lines("lock", "M6.5 10.5H17.5A1.5 1.5 0 0 1 19 12V19A1.5 1.5 0 0 1 17.5 20.5H6.5A1.5 1.5 0 0 1 5 19V12A1.5 1.5 0 0 1 6.5 10.5ZM8.5 10.5V7.5A3.5 3.5 0 0 1 15.5 7.5V10.5M12 14.5V16.5")
    val Bell = lines("bell", "M6.5 16.5V11A5.5 5.5 0 0 1 17.5 11V16.5L19 18H5ZM10.3 20.5A2 2 0 0 0 13.7 20.5M12 5.5V3.8")
    val Language = lines("language", "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 1 0 12 3.5ZM3.5 12H20.5M12 3.5C14.5 6 15.5 9 15.5 12C15.5 15 14.5 18 12 20.5C9.5 18 8.5 15 8.5 12C8.5 9 9.5 6 12 3.5")
    val SignOut = lines("sign out", "M13.5 4.5H7A1.5 1.5 0 0 0 5.5 6V18A1.5 1.5 0 0 0 7 19.5H13.5M10 12H20M16.5 8.5L20 12L16.5 15.5", turns = true)
    val Code = dots("code", *Array(9) { 5.5f + 6.5f * (it % 3) to 5.5f + 6.5f * (it / 3) })

    /** The mark of Gatepass: a door that stands ajar. */
    val Mark: ImageVector = ImageVector.Builder("mark", 96.dp, 96.dp, 96f, 96f).apply {
        addPath(
            addPathNodes("M28 82V22A8 8 0 0 1 36 14H60A8 8 0 0 1 68 22V82M16 82H80"),
            stroke = SolidColor(Color.Black), strokeLineWidth = 6f,
            strokeLineCap = StrokeCap.Round, strokeLineJoin = StrokeJoin.Round,
        )
        addPath(
            addPathNodes("M40 82V30A5 5 0 0 1 43.6 25.2L61 20.2A5 5 0 0 1 67.4 25V82ZM50 50A4 4 0 1 0 50 58A4 4 0 1 0 50 50Z"),
            pathFillType = PathFillType.EvenOdd, fill = SolidColor(Color.Black),
        )
    }.build()
}

private fun lines(name: String, path: String, turns: Boolean = false): ImageVector =
    ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f, autoMirror = turns).addPath(
        addPathNodes(path),
        stroke = SolidColor(Color.Black), strokeLineWidth = 1.8f,
        strokeLineCap = StrokeCap.Round, strokeLineJoin = StrokeJoin.Round,
    ).build()

private fun dots(name: String, vararg at: Pair<Float, Float>): ImageVector {
    val path = at.joinToString("") { (x, y) -> "M$x ${y - 1.7f}a1.7 1.7 0 1 0 0.01 0Z" }
    return ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f)
        .addPath(addPathNodes(path), fill = SolidColor(Color.Black)).build()
}
